using FluentValidation;
using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>
/// One check-in by its signed link, without a log-in: GET shows and never acts, for mail scanners open links; POST answers once, and may
/// ask for contact also when the note is closed. The token in the address is the whole credential and no cookie is read, so there is
/// nothing that another site could borrow.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class AnswerModel(IMediator mediator) : PageModel
{
    private IReadOnlyList<GivenAnswer> _given = [];

    public CheckInAsked? Asked { get; private set; }

    public bool Saved { get; private set; }

    public bool ContactAsked { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>What was sent came too late, and was not kept.</summary>
    public bool IsUnkept { get; private set; }

    /// <summary>It was answered before, as by the first of two taps, and no call in what was sent now was refused.</summary>
    public bool WasAnswered { get; private set; }

    public bool NeedsToTalk => _given.Any(a => a.NeedsToTalk);

    public bool WishesHello => _given.Any(a => a.WishesHello);

    public bool HasContact => Asked is { HasContact: true };

    /// <summary>Who is told of a call, within a sentence; null where nobody is there.</summary>
    public string? Told => (HasContact, Asked is { CoordinatorsHear: true }) switch
    {
        (true, true) => "your contact and the coordinators are",
        (true, false) => "your contact is",
        (false, true) => "the coordinators are",
        _ => null,
    };

    /// <summary>The same at its beginning.</summary>
    public string? ToldFirst => Told is { } told ? char.ToUpperInvariant(told[0]) + told[1..] : null;

    public bool SaysUsed => _given.Any(a => a.SaysUsed);

    public bool DoubtsSafety => _given.Any(a => a.DoubtsSafety);

    public bool CanBeVeryHard => Asked is { } asked && asked.Questions.Any(q => q.Code is Questions.Today or Questions.Craving);

    public bool KeepsToMyself => Request.HasFormContentType && Request.Form["keepToMyself"] == "true";

    /// <summary>That it was very hard has told whom "I need to talk" tells.</summary>
    public bool TellsOfHardDay => !NeedsToTalk && !KeepsToMyself && _given.Any(a => a.IsVeryHard);

    /// <summary>Shown, and nothing was told: it is for the member to ask.</summary>
    public bool OffersContact => !NeedsToTalk && !TellsOfHardDay && _given.Any(a => a.SaysUsed || a.IsVeryHard);

    public bool IsToldOfHello => WishesHello && HasContact && !TellsOfHardDay;

    public int? Sum => RecoveryCapital.Sum(_given.Select(a => (a.Question, a.Choice)));

    /// <summary>What was filled in when it was refused, so that nothing has to be done twice.</summary>
    public string? Typed(Question question) => Request.HasFormContentType ? (string?)Request.Form[$"q.{question.Code}"] : null;

    public bool IsGiven(Question question, string value) => Typed(question) == value;

    public async Task OnGet(string token, CancellationToken cancellation) => Asked = await Ask(token, cancellation);

    /// <summary>Shows the page after the answer itself: nowhere that it could be sent on to may know what was answered.</summary>
    public async Task OnPost(string token, CancellationToken cancellation)
    {
        if ((Asked = await Ask(token, cancellation)) is not { } asked) return;
        _given = [.. asked.Questions.Select(Given).OfType<GivenAnswer>()];
        var (actor, checkIn) = Links.Open(token);
        var answer = new AnswerCheckIn(actor, checkIn, _given, KeepsToMyself, ByLink: true);
        try
        {
            await mediator.Send(answer, cancellation);
            Saved = true;
        }
        catch (ValidationException invalid) when (asked.IsOpen)
        {
            if (answer.NeedsToTalk) await Call(actor, checkIn, cancellation);
            (Response.StatusCode, Problem) = (StatusCodes.Status400BadRequest, invalid.Errors.First().ErrorMessage);
        }
        catch (Exception refusal) when (refusal is RuleBroken or ValidationException)
        {
            Asked = await Ask(token, cancellation); // answered meanwhile, it is shown as closed
            IsUnkept = true;
            if (answer.Calls) await Call(actor, checkIn, cancellation);
            else await mediator.Send(new ComeByLink(actor, checkIn), cancellation);
            WasAnswered = Asked is { State: CheckInState.Answered } && ContactAsked == answer.Calls;
            if (!ContactAsked && Asked is { IsOpen: true })
                (Response.StatusCode, Problem) = (StatusCodes.Status409Conflict, refusal.Message);
        }
    }

    /// <summary>Asks to be called, whatever became of the note; a week after it, it is shown as closed.</summary>
    public async Task OnPostContact(string token, CancellationToken cancellation)
    {
        if ((Asked = await Ask(token, cancellation)) is null) return;
        var (actor, checkIn) = Links.Open(token);
        await Call(actor, checkIn, cancellation);
        IsUnkept = !ContactAsked;
    }

    private async Task Call(Actor actor, CheckInId checkIn, CancellationToken cancellation)
    {
        try
        {
            await mediator.Send(new AskForContact(actor, checkIn, ByLink: true), cancellation);
            ContactAsked = true;
        }
        catch (RuleBroken)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        await mediator.Send(new ComeByLink(actor, checkIn), cancellation);
    }

    /// <summary>What the form that was sent had filled in, which may be asked no longer.</summary>
    private List<string> Shown => !Request.HasFormContentType ? []
        : [.. Request.Form.Where(f => f.Key.StartsWith("q.", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Value)).Select(f => f.Key[2..])];

    private PublicLinks Links => HttpContext.RequestServices.GetRequiredService<PublicLinks>();

    /// <summary>Null, shown as a closed note, for a link that is not one of ours.</summary>
    private async Task<CheckInAsked?> Ask(string token, CancellationToken cancellation)
    {
        try
        {
            var (actor, checkIn) = Links.Open(token);
            ViewData["Tried"] = await mediator.Send(new LinesTried(actor), cancellation);
            return await mediator.Send(new AskedCheckIn(actor, checkIn, ByLink: true, Shown), cancellation);
        }
        catch (NotFound)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }
    }

    private GivenAnswer? Given(Question question)
    {
        string? value = Request.Form[$"q.{question.Code}"];
        if (string.IsNullOrWhiteSpace(value)) return null;
        var audience = question.StaysWithMe ? Audience.Me : ChosenAudience();
        // A browser sends a line break as two characters and counts it as one.
        if (question.IsText) return new(question.Code, Text: value.ReplaceLineEndings("\n"), Audience: audience);
        return question.IsScale && int.TryParse(value, out var number)
            ? new(question.Code, Number: number, Audience: audience)
            : new(question.Code, Choice: value, Audience: audience);
    }

    private Audience ChosenAudience() => (string?)Request.Form["audience"] switch
    {
        "mentor" => Audience.Mentor,
        "coordinator" => Audience.Coordinator,
        _ => Audience.Me,
    };
}
