using FluentValidation;
using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>
/// One check-in with its questions, by whichever door: GET shows and never acts, for mail scanners open links; POST answers once, and may
/// ask for contact also when the note is closed.
/// </summary>
public abstract class AnswerPage(IMediator mediator, IClock clock) : PageModel
{
    private IReadOnlyList<GivenAnswer> _given = [];

    protected IMediator Mediator { get; } = mediator;

    /// <summary>Whether whoever holds the address of the page is asked; else its member, with their log-in.</summary>
    public abstract bool ByLink { get; }

    /// <summary>Whose check-in it is; null where there is none for who asks.</summary>
    protected abstract Task<(Actor Actor, CheckInId CheckIn)?> Find(CancellationToken cancellation);

    public CheckInAsked? Asked { get; private set; }

    /// <summary>Its link ends with its time; with a log-in it is answered at any time.</summary>
    public bool CanBeAnswered => Asked is { } asked && (ByLink ? asked.IsOpen : asked.State != CheckInState.Answered);

    public bool IsLate => CanBeAnswered && Asked!.AnswerBy < clock.GetCurrentInstant();

    public bool HearsCalls => !ByLink || Asked is { HearsCalls: true };

    /// <summary>Where it is answered with a log-in, and a call by it is heard at any time.</summary>
    public string? WithLogIn { get; private set; }

    /// <summary>Where its member ends or blocks the contact that it is about, with a log-in.</summary>
    public string? LeaveAt { get; private set; }

    /// <summary>That their call of a while ago was passed on; null where there was none, and for who holds a link alone.</summary>
    public string? Called { get; protected set; }

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

    public bool SaysNothing => _given.Count == 0;

    public bool SaysUsed => _given.Any(a => a.SaysUsed);

    public bool DoubtsSafety => _given.Any(a => a.DoubtsSafety);

    public bool CanBeVeryHard => Asked is { } asked && asked.Questions.Any(q => q.Code is Questions.Today or Questions.Craving);

    /// <summary>Nothing is said but that they are there, and a call if there is one: what else was filled in is not kept.</summary>
    public bool SkipsAll => Request.HasFormContentType && Request.Form["skipAll"] == "true";

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

    public virtual Task OnGet(CancellationToken cancellation) => Ask(cancellation);

    /// <summary>Shows the page after the answer itself: nowhere that it could be sent on to may know what was answered.</summary>
    public async Task OnPost(CancellationToken cancellation)
    {
        if (await Ask(cancellation) is not var (actor, checkIn) || Asked is not { } asked) return;
        _given = [.. asked.Questions.Select(Given).OfType<GivenAnswer>().Where(g => !SkipsAll || g.NeedsToTalk || g.WishesHello)];
        var (couldBeAnswered, answer) = (CanBeAnswered, new AnswerCheckIn(actor, checkIn, _given, KeepsToMyself, ByLink, SkipsAll));
        try
        {
            await Mediator.Send(answer, cancellation);
            Saved = true;
        }
        catch (ValidationException invalid) when (couldBeAnswered)
        {
            if (answer.NeedsToTalk) await Call(actor, checkIn, cancellation);
            else if (ByLink) await Mediator.Send(new ComeByLink(actor, checkIn), cancellation);
            (Response.StatusCode, Problem) = (StatusCodes.Status400BadRequest, invalid.Errors.First().ErrorMessage);
        }
        catch (Exception refusal) when (refusal is RuleBroken or ValidationException)
        {
            await Ask(cancellation); // answered meanwhile, it is shown as closed
            IsUnkept = true;
            if (answer.Calls) await Call(actor, checkIn, cancellation);
            else if (ByLink) await Mediator.Send(new ComeByLink(actor, checkIn), cancellation);
            WasAnswered = Asked is { State: CheckInState.Answered } && ContactAsked == answer.Calls;
            if (!ContactAsked && CanBeAnswered)
                (Response.StatusCode, Problem) = (StatusCodes.Status409Conflict, refusal.Message);
        }
    }

    /// <summary>Asks to be called, whatever became of the note; by its link until a week after it.</summary>
    public async Task OnPostContact(CancellationToken cancellation)
    {
        if (await Ask(cancellation) is not var (actor, checkIn)) return;
        await Call(actor, checkIn, cancellation);
        IsUnkept = !ContactAsked;
    }

    private async Task Call(Actor actor, CheckInId checkIn, CancellationToken cancellation)
    {
        try
        {
            await Mediator.Send(new AskForContact(actor, checkIn, ByLink), cancellation);
            ContactAsked = true;
        }
        catch (RuleBroken)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        if (ByLink) await Mediator.Send(new ComeByLink(actor, checkIn), cancellation);
    }

    /// <summary>What the form that was sent had filled in, which may be asked no longer.</summary>
    private List<string> Shown => !Request.HasFormContentType ? []
        : [.. Request.Form.Where(f => f.Key.StartsWith("q.", StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(f.Value)).Select(f => f.Key[2..])];

    /// <summary>Null, shown as a closed note, where there is none.</summary>
    private async Task<(Actor Actor, CheckInId CheckIn)?> Ask(CancellationToken cancellation)
    {
        try
        {
            if (await Find(cancellation) is not var (actor, checkIn)) throw new NotFound("check-in");
            ViewData["Tried"] = await Mediator.Send(new LinesTried(actor), cancellation);
            Asked = await Mediator.Send(new AskedCheckIn(actor, checkIn, ByLink, Shown), cancellation);
            (WithLogIn, LeaveAt) = ($"/notes/{actor.Community}/{checkIn}", $"/notes/{actor.Community}/leave/{Asked.PairingId}");
            return (actor, checkIn);
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
