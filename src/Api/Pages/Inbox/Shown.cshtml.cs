using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Http;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.Inbox;

/// <summary>
/// What the other of a pairing that runs chose to show of their check-ins, the newest first: what is narrowed is gone from here at once. It
/// shows and does nothing.
/// </summary>
public sealed class ShownModel(IMediator mediator) : PageModel
{
    private ILookup<Layer, Question> _asked = null!;

    public string OtherName { get; private set; } = "";

    public Page<CheckInView> CheckIns { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid community, Guid pairing, string? before, CancellationToken cancellation)
    {
        if (await mediator.MemberIn(community, User, cancellation) is not { } actor) return NotFound();
        var with = (await mediator.Send(new ReadPairing(actor, new(pairing)), cancellation)).View;
        if (!with.IsOn) return NotFound();
        OtherName = with.OtherName;
        CheckIns = await mediator.Send(
            new CheckInsOfPairing(actor, new(pairing), Cursor.Parse(before), Limit: 30, OthersNewestFirst: true), cancellation);
        _asked = await mediator.Send(new QuestionsOfPairing(actor, new(pairing)), cancellation);
        await this.ShowLinesOf(actor, mediator, cancellation);
        return Page();
    }

    /// <summary>In the order in which they are asked; what no question asks any more comes last, by its code.</summary>
    public IEnumerable<(string Prompt, string Said)> AnswersOf(CheckInView checkIn)
    {
        var asked = _asked[checkIn.Layer].ToList();
        return from answer in checkIn.Answers
               let at = asked.FindIndex(q => q.Code == answer.Question)
               orderby at < 0, at
               select at < 0 ? (answer.Question, answer.InWords(null)) : (asked[at].Prompt, answer.InWords(asked[at]));
    }

    public static string Rhythm(Layer layer) => layer switch
    {
        Layer.Daily => "Of the day",
        Layer.Weekly => "Of the week",
        Layer.Monthly => "Of how it is going between you two",
        _ => "Of the last months",
    };

    /// <summary>What stands where nothing of it is shown; nobody is blamed for silence.</summary>
    public static string WithoutWords(CheckInState state) => state switch
    {
        CheckInState.Answered => "Answered; nothing of it is shown to you.",
        CheckInState.Missed => "No answer.",
        CheckInState.Excused => "No answer was needed.",
        _ => "No answer yet.",
    };
}
