using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Inbox;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Http;
using Mentorship.Domain;
using Mentorship.Domain.Members;
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
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu, HH:mm");

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly List<OwnNotes> _all = [];

    public IReadOnlyList<OwnNotes> All => _all;

    /// <summary>Who is told of the call that was made just now, at the beginning of a sentence; null where nobody is there.</summary>
    public string? Told { get; private set; }

    public bool HasAsked { get; private set; }

    public async Task OnGet(CancellationToken cancellation)
    {
        foreach (var (actor, community) in await mediator.MembershipsOf(User, cancellation))
        {
            var support = await mediator.Send(new ReadSupport(actor), cancellation);
            var before = Request.Query["community"] == actor.Community.ToString() ? (string?)Request.Query["before"] : null;
            var inbox = await mediator.Send(new ReadInbox(actor, Cursor.Parse(before), Limit: 30, NewestFirst: true), cancellation);
            _all.Add(new(
                actor, community, await this.ShowLinesOf(actor, mediator, cancellation),
                await mediator.Send(new MyWaitingCheckIns(actor), cancellation), await Next(actor, support.Contacts, cancellation), support.Contacts,
                await mediator.Send(new MyOpenCall(actor), cancellation),
                await mediator.Send(new SomebodyHears(actor, CheckIn: null), cancellation),
                [.. (await mediator.Send(new ReadProgress(actor), cancellation)).Items.Where(p => p.Time is not null)],
                inbox, await Pairings(actor, inbox, cancellation))
            {
                Running = (await mediator.Send(
                    new MyPairings(actor, Cursor.Parse(null), Cursor.MaxLimit, RunningOnly: true), cancellation)).Items,
                OnTheList = actor.Is(Roles.Coordinator) ? await mediator.Send(new OpenConcerns(actor), cancellation) : null,
            });
        }
    }

    // Without it a form that names no step would be answered as if there were no community.
    public IActionResult OnPost() => NotFound();

    /// <summary>What stood on the page is read; what is gone meanwhile is passed over.</summary>
    public async Task<IActionResult> OnPostRead(CancellationToken cancellation)
    {
        if (await Sender(cancellation) is not { } actor) return NotFound();
        foreach (var notice in Request.Form["notice"])
        {
            try
            {
                if (Guid.TryParse(notice, out var id)) await mediator.Send(new ReadNotice(actor, new(id)), cancellation);
            }
            catch (NotFound)
            {
                continue;
            }
        }
        return LocalRedirect("/notes");
    }

    /// <summary>Asks the other of a pairing to call, as "I need to talk" does. The page says it after the call itself: no address can say it of a call that was not made.</summary>
    public async Task<IActionResult> OnPostAsk(CancellationToken cancellation)
    {
        if (await Sender(cancellation) is not { } actor || !Guid.TryParse(Request.Form["pairing"], out var pairing)) return NotFound();
        await mediator.Send(new AskForContactOf(actor, new(pairing)), cancellation);
        await OnGet(cancellation);
        var own = _all.Single(o => o.Actor == actor);
        HasAsked = true;
        Told = (own.Contacts.FirstOrDefault(c => c.PairingId == pairing), own.CoordinatorsHear) switch
        {
            ({ Name: var name }, true) => $"{name} and the coordinators are",
            ({ Name: var name }, false) => $"{name} is",
            (_, true) => "The coordinators are",
            _ => null,
        };
        return Page();
    }

    /// <summary>By which way they can get in touch at all.</summary>
    public static string WhatTheyHave(SupportContact contact) => contact switch
    {
        { HasYourPhone: true, HasYourEmail: true } => "They have your number and your e-mail address.",
        { HasYourPhone: true } => "They have your number.",
        { HasYourEmail: true } => "They have your e-mail address, and not your number.",
        _ => "They have neither your number nor your e-mail address.",
    };

    public static string InWords(LocalDate date) => Day.Format(date);

    public static string InWords(Instant at, string zoneId) => Moment.Format(at.InZone(Zones.OrUtc(zoneId)).LocalDateTime);

    /// <summary>Who the sender of a form is in the community that it names; null where they are not in it.</summary>
    private async Task<Actor?> Sender(CancellationToken cancellation) =>
        (await mediator.MembershipsOf(User, cancellation)).Select(m => m.Actor).FirstOrDefault(a => Request.Form["community"] == a.Community.ToString());

    private async Task<IReadOnlyList<AskedNext>> Next(Actor actor, IReadOnlyList<SupportContact> contacts, CancellationToken cancellation)
    {
        var next = new List<AskedNext>();
        foreach (var contact in contacts)
        {
            var plans = await mediator.Send(new PlansOfPairing(actor, new(contact.PairingId)), cancellation);
            next.AddRange(plans.Items.SelectMany(p => p.Next).OrderBy(n => n.DueAt).Take(3).Select(n => new AskedNext(contact.Name, n)));
        }
        return next;
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

    /// <summary>When somebody is asked next, as their own clock shows it and that of the other, who has this name.</summary>
    public sealed record AskedNext(string OtherName, NextTime At)
    {
        public string Yours => Moment.Format(At.YourDate + At.YourTime);

        public string Theirs => At.TheirDate == At.YourDate ? Time.Format(At.TheirTime) : Moment.Format(At.TheirDate + At.TheirTime);

        public override string ToString() => nameof(AskedNext);
    }

    /// <summary>What somebody finds there of one community.</summary>
    public sealed record OwnNotes(
        Actor Actor, string Community, string ZoneId, IReadOnlyList<WaitingCheckIn> Waiting, IReadOnlyList<AskedNext> Next,
        IReadOnlyList<SupportContact> Contacts, OpenCall? Call, bool CoordinatorsHear, IReadOnlyList<ProgressView> Ways, Page<InboxItem> Inbox,
        IReadOnlyDictionary<Guid, PairingView> Pairings)
    {
        public required IReadOnlyList<PairingView> Running { get; init; }

        /// <summary>How many wait on the coordinators' list; null for who does not coordinate there.</summary>
        public required int? OnTheList { get; init; }

        public PairingView? PairingOf(InboxItem told) => told.PairingId is { } id ? Pairings.GetValueOrDefault(id) : null;

        public override string ToString() => nameof(OwnNotes);
    }
}
