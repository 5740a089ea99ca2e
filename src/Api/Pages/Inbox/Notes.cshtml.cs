using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Inbox;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Http;
using Mentorship.Domain;
using Mentorship.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>
/// Where the mails lead that say "with your own log-in": in each community that a person is in what waits for their answer, whom they can ask
/// to call, their own time with its milestones, and what they were told. GET shows; what was done leads back to it.
/// </summary>
public sealed class NotesModel(IMediator mediator) : PageModel
{
    private const string Here = "/notes";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu, HH:mm");

    private readonly List<OwnNotes> _all = [];

    public IReadOnlyList<OwnNotes> All => _all;

    /// <summary>What was done just now: read, asked, or asked where nobody is there to hear it.</summary>
    public string? Done => Request.Query["done"];

    public async Task OnGet(CancellationToken cancellation)
    {
        foreach (var (actor, community) in await mediator.MembershipsOf(User, cancellation))
        {
            var support = await mediator.Send(new ReadSupport(actor), cancellation);
            var before = Request.Query["community"] == actor.Community.ToString() ? (string?)Request.Query["before"] : null;
            var inbox = await mediator.Send(new ReadInbox(actor, Cursor.Parse(before), Limit: 30, NewestFirst: true), cancellation);
            _all.Add(new(
                actor, community, (await mediator.Send(new MyQuietHours(actor), cancellation)).ZoneId,
                await mediator.Send(new MyWaitingCheckIns(actor), cancellation), support.Contacts,
                [.. (await mediator.Send(new ReadProgress(actor), cancellation)).Items.Where(p => p.Time is not null)],
                inbox, await Pairings(actor, inbox, cancellation)));
            ViewData["Country"] ??= support.Country;
            ViewData["Tried"] ??= await mediator.Send(new LinesTried(actor), cancellation);
        }
    }

    /// <summary>What stood on the page is read.</summary>
    public Task<IActionResult> OnPostRead(CancellationToken cancellation) => Do(async actor =>
    {
        foreach (var notice in Request.Form["notice"])
            if (Guid.TryParse(notice, out var id)) await mediator.Send(new ReadNotice(actor, new(id)), cancellation);
        return "read";
    }, cancellation);

    /// <summary>Asks the other of a pairing to call, as "I need to talk" does.</summary>
    public Task<IActionResult> OnPostAsk(CancellationToken cancellation) => Do(async actor =>
    {
        var pairing = new PairingId(Guid.TryParse(Request.Form["pairing"], out var id) ? id : throw new NotFound("pairing"));
        await mediator.Send(new AskForContactOf(actor, pairing), cancellation);
        return "asked";
    }, cancellation);

    public static string InWords(LocalDate date) => Day.Format(date);

    public static string InWords(Instant at, string zoneId) => Moment.Format(at.InZone(Zones.Get(zoneId)).LocalDateTime);

    /// <summary>For the community that the form names, if the caller is in it.</summary>
    private async Task<IActionResult> Do(Func<Actor, Task<string>> step, CancellationToken cancellation)
    {
        foreach (var (actor, _) in await mediator.MembershipsOf(User, cancellation))
            if (Request.Form["community"] == actor.Community.ToString()) return LocalRedirect($"{Here}?done={await step(actor)}");
        return NotFound();
    }

    private async Task<IReadOnlyDictionary<Guid, PairingView>> Pairings(Actor actor, Page<InboxItem> inbox, CancellationToken cancellation)
    {
        var pairings = new Dictionary<Guid, PairingView>();
        foreach (var id in inbox.Items.Select(i => i.PairingId).OfType<Guid>().Distinct())
        {
            try
            {
                pairings[id] = (await mediator.Send(new ReadPairing(actor, new(id)), cancellation)).View;
            }
            catch (NotFound)
            {
                // It is no longer theirs to see, and is told without a name.
            }
        }
        return pairings;
    }

    /// <summary>What somebody finds there of one community.</summary>
    public sealed record OwnNotes(
        Actor Actor, string Community, string ZoneId, IReadOnlyList<WaitingCheckIn> Waiting, IReadOnlyList<SupportContact> Contacts,
        IReadOnlyList<ProgressView> Ways, Page<InboxItem> Inbox, IReadOnlyDictionary<Guid, PairingView> Pairings)
    {
        public PairingView? PairingOf(InboxItem told) => told.PairingId is { } id ? Pairings.GetValueOrDefault(id) : null;

        public override string ToString() => nameof(OwnNotes);
    }
}
