using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>
/// A member's days off and quiet hours, in each community that they are in: what is set now, and to add, change and take away. It needs a
/// log-in. What was done leads back to the page by GET, so that to load it again does nothing twice.
/// </summary>
public sealed class RestModel(IMediator mediator) : PageModel
{
    private const string Here = "/rest";

    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly List<OwnRest> _rests = [];
    private Dictionary<string, string> _problems = [];
    private string? _refused;

    public IReadOnlyList<OwnRest> Rests => _rests;

    public bool IsKept => Request.Query.ContainsKey("kept");

    public Task OnGet(CancellationToken cancellation) => Show(cancellation);

    // Without it a form that names no step would be answered as if there were no community.
    public IActionResult OnPost() => NotFound();

    /// <summary>Another stretch beside those that are kept; one day where no last one is given.</summary>
    public Task<IActionResult> OnPostAdd(CancellationToken cancellation) => Change("days", async rest =>
    {
        var from = Date("from");
        var span = new DaysOffSpan(from, string.IsNullOrEmpty(Typed("to")) ? from : Date("to"));
        await mediator.Send(new SetDaysOff(rest.Actor, [.. rest.DaysOff.Append(span).Distinct()], rest.Version), cancellation);
        var kept = await mediator.Send(new MyDaysOff(rest.Actor), cancellation);
        if (!kept.View.Spans.Contains(span)) throw Invalid("to", "These days are over already.");
    }, cancellation);

    public Task<IActionResult> OnPostTakeAway(CancellationToken cancellation) => Change("days", async rest =>
    {
        var span = new DaysOffSpan(Date("from"), Date("to"));
        await mediator.Send(new SetDaysOff(rest.Actor, [.. rest.DaysOff.Where(s => s != span)], rest.Version), cancellation);
    }, cancellation);

    public Task<IActionResult> OnPostQuiet(CancellationToken cancellation) => Change("quiet", async rest =>
    {
        var (from, to) = (Typed("from") ?? "", Typed("to") ?? "");
        if (from == to && PlanTimesInput.IsTime(to)) throw Invalid("to", "Choose another time than the first. For no quiet hours, use the button below.");
        await mediator.Send(new SetQuietHours(rest.Actor, from, to), cancellation);
    }, cancellation);

    public Task<IActionResult> OnPostNoQuiet(CancellationToken cancellation) => Change("quiet", rest =>
        mediator.Send(new SetQuietHours(rest.Actor, "00:00", "00:00"), cancellation), cancellation);

    /// <summary>A field of a form: what is set, or, where the form was refused, what was typed and what is wrong with it.</summary>
    public Field FieldOf(OwnRest rest, string form, string name, string label, string? set = null, string? hint = null)
    {
        var isRefused = _refused == form && IsSent(rest);
        var problem = isRefused ? _problems.GetValueOrDefault(name) : null;
        return new($"{form}-{name}-{_rests.IndexOf(rest)}", name, label, hint, isRefused ? Typed(name) : set, problem);
    }

    public static string InWords(DaysOffSpan span) =>
        span.From == span.To ? Written.Format(span.From) : $"{Written.Format(span.From)} to {Written.Format(span.To)}";

    /// <summary>Does it for the community that the form names, if the caller is in it; refused, the page again with what is wrong.</summary>
    private async Task<IActionResult> Change(string form, Func<OwnRest, Task> step, CancellationToken cancellation)
    {
        await Show(cancellation);
        if (_rests.Find(IsSent) is not { } rest) return NotFound();
        try
        {
            await step(rest);
            return LocalRedirect(Here + "?kept=yes");
        }
        catch (StaleVersion) // another tab was faster: what is asked for here is done beside what it did
        {
            return await Change(form, step, cancellation);
        }
        catch (ValidationException invalid)
        {
            _refused = form;
            // What is wrong with a stretch of days stands beside its end.
            _problems = invalid.Errors.GroupBy(e => e.PropertyName is "From" or "from" ? "from" : "to")
                .ToDictionary(field => field.Key, field => field.First().ErrorMessage);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
    }

    private async Task Show(CancellationToken cancellation)
    {
        _rests.Clear();
        foreach (var (actor, community) in await mediator.MembershipsOf(User, cancellation))
        {
            var daysOff = await mediator.Send(new MyDaysOff(actor), cancellation);
            var quiet = await mediator.Send(new MyQuietHours(actor), cancellation);
            _rests.Add(new(actor, community, daysOff.View.Spans, daysOff.Version, quiet));
            ViewData["Country"] ??= Countries.OfZone(quiet.ZoneId);
            ViewData["Tried"] ??= await mediator.Send(new LinesTried(actor), cancellation);
        }
    }

    private bool IsSent(OwnRest rest) => Typed("community") == rest.Actor.Community.ToString();

    private LocalDate Date(string field) => LocalDatePattern.Iso.Parse(Typed(field) ?? "") is { Success: true } read ? read.Value
        : throw Invalid(field, "Use a date such as 2026-12-24.");

    private string? Typed(string field) => Request.HasFormContentType ? (string?)Request.Form[field] : null;

    private static ValidationException Invalid(string field, string sentence) => new([new ValidationFailure(field, sentence)]);

    /// <summary>A date or a time that is typed; the hint says that it may be left empty.</summary>
    public sealed record Field(string Id, string Name, string Label, string? Hint, string? Value, string? Problem)
    {
        /// <summary>The ids of what is read aloud with it; null for nothing.</summary>
        public string? DescribedBy => (Hint, Problem) switch
        {
            (null, null) => null,
            (null, _) => $"{Id}-wrong",
            (_, null) => $"{Id}-hint",
            _ => $"{Id}-hint {Id}-wrong",
        };

        public string Type => Id.StartsWith("days", StringComparison.Ordinal) ? "date" : "time";
    }

    /// <summary>What is set in one community.</summary>
    public sealed record OwnRest(Actor Actor, string Community, IReadOnlyList<DaysOffSpan> DaysOff, int Version, QuietHoursView Quiet)
    {
        public bool IsQuiet => Quiet.From != Quiet.To;

        /// <summary>The quiet hours as they are read and typed.</summary>
        public (string From, string To) Now => (Clock.Format(Quiet.From), Clock.Format(Quiet.To));

        /// <summary>What the form begins with: the usual hours where there are none.</summary>
        public (string From, string To) Wanted => IsQuiet ? Now : (Clock.Format(QuietHours.Default.From), Clock.Format(QuietHours.Default.To));
    }
}
