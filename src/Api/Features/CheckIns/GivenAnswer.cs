using FluentValidation;
using Mentorship.Domain.CheckIns;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>One answer as it is given: a choice, a number or a text, whichever the question asks for. What is left out is skipped.</summary>
/// <param name="Question">The question's code.</param>
/// <param name="Choice">The code of one of its words.</param>
/// <param name="Number">0 to 10.</param>
/// <param name="Text">At most 4,000 characters; kept sealed with your own key.</param>
/// <param name="Audience">Who may see it: me (unless changed), mentor or coordinator.</param>
public sealed record GivenAnswer(string Question, string? Choice = null, int? Number = null, string? Text = null, Audience Audience = Audience.Me)
{
    internal bool IsEmpty => Choice is null && Number is null && string.IsNullOrWhiteSpace(Text);

    internal bool NeedsToTalk => this is { Question: Questions.Contact, Choice: Questions.CallMe };

    internal bool WishesHello => this is { Question: Questions.Contact, Choice: Questions.SayHi };

    /// <summary>It tells whom "I need to talk" tells, unless its member keeps it to themselves.</summary>
    internal bool IsVeryHard => this is { Question: Questions.Today, Choice: Questions.VeryHard } or { Question: Questions.Craving, Number: >= Questions.StrongCraving };

    internal bool SaysUsed => this is { Question: Questions.Used, Choice: not null };

    internal bool DoubtsSafety => this is { Question: Questions.Safe, Choice: "not-sure" or "no" };
}

internal sealed class GivenAnswerValidator : AbstractValidator<GivenAnswer>
{
    public GivenAnswerValidator()
    {
        RuleFor(x => x.Question).NotEmpty().WithErrorCode("question-missing").WithMessage("Name the question.");
        RuleFor(x => x.Number).InclusiveBetween(0, 10).WithErrorCode("scale-range").WithMessage("The scale goes from 0 to 10.");
        RuleFor(x => x.Text).MaximumLength(4000).WithErrorCode("too-long").WithMessage("At most 4,000 characters.");
        RuleFor(x => x.Audience).IsInEnum().WithErrorCode("audience-unknown").WithMessage("Use me, mentor or coordinator.");
    }
}
