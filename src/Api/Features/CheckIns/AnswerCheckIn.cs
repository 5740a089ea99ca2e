using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>
/// A member answers an occurrence: over the API at any time, late included; by its link while it is open.
/// "I need to talk" tells their contact at once, the mentor or the peer, as long as the pairing lasts, and puts it on the coordinators' list,
/// who are told that something waits. A very hard answer tells the same people the same, unless <c>KeepToMyself</c>; "a hello would be nice" tells the
/// contact alone, and that it can wait. None of them tells any words.
/// <c>SkipAll</c> closes it with nothing said but a wish for contact: that its member is there is an answer too.
/// It is answered whether a contact would be told, if they were asked for next. An answer that is refused is not kept, and its door makes
/// the call in it all the same; where it is only not valid, and so sent again, "I need to talk" alone. Over the API the problem then has
/// <c>contactAsked</c> and <c>somebodyHears</c>.
/// 400 <c>answers-missing</c>, <c>answers-skipped</c>, <c>question-unknown</c>, <c>choice-unknown</c>, <c>number-unasked</c>, <c>text-unasked</c>, <c>audience-unfit</c>; 409 <c>check-in-answered</c>, <c>link-ended</c>.
/// </summary>
public sealed record AnswerCheckIn(
    Actor Actor, CheckInId CheckIn, IReadOnlyList<GivenAnswer> Answers, bool KeepToMyself = false, bool ByLink = false, bool SkipAll = false)
    : ICommand<bool>, IActed
{
    internal bool NeedsToTalk => Answers.Any(a => a.NeedsToTalk);

    internal bool Calls => Answers.Any(a => a.NeedsToTalk || (a.IsVeryHard && !KeepToMyself));
}

internal sealed class AnswerCheckInValidator : AbstractValidator<AnswerCheckIn>
{
    public AnswerCheckInValidator()
    {
        RuleFor(a => a.Answers).Must(a => a.Any(x => !x.IsEmpty)).Unless(a => a.SkipAll).WithErrorCode("answers-missing")
            .WithMessage("Please answer one of the questions, whichever you like, or skip all of them.");
        RuleFor(a => a.Answers).Must(a => a.All(x => x.Question == Questions.Contact)).When(a => a.SkipAll).WithErrorCode("answers-skipped")
            .WithMessage("Who skips all of it says nothing else, but whether they would like to hear from someone.");
        RuleFor(a => a.Answers).Must(a => a.Count <= 20).WithErrorCode("answers-too-many").WithMessage("At most twenty answers.");
        RuleFor(a => a.Answers).Must(a => a.Select(x => x.Question).Distinct().Count() == a.Count)
            .WithErrorCode("answers-doubled").WithMessage("Answer each question once.");
        RuleForEach(a => a.Answers).SetValidator(new GivenAnswerValidator());
    }
}

internal sealed class AnswerCheckInHandler(
    IStore<CheckIn, CheckInId> checkIns, IStore<Pairing, PairingId> pairings, IStore<Answer, AnswerId> answers,
    CallForContact call, ICommunities communities, IVault vault, IClock clock) : IRequestHandler<AnswerCheckIn, bool>
{
    public async Task<bool> Handle(AnswerCheckIn command, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var checkIn = await checkIns.Get(command.CheckIn, cancellation);
        if (!command.ByLink && checkIn.Member != command.Actor.Member) throw new NotFound("check-in");
        if (command.ByLink && !checkIn.IsOpenAt(now)) throw new RuleBroken("link-ended", "This link has ended. Nothing is lost, and the next note will come.");

        var pairing = await pairings.Get(checkIn.Pairing, cancellation);
        // What was shown may have changed since: a question may have been retired, goals may have been reached, a pairing may have ended.
        var own = (await communities.Current(cancellation)).Policy.Questions.Select(q => q with { IsRetired = false });
        var contact = checkIn.ContactIn(pairing);
        var asked = Questions.Of(
            checkIn.Layer, PathwayCatalogue.Current.Get(pairing.Pathway), own, hasGoals: checkIn.Member == pairing.Newcomer,
            hasContact: contact is not null || !pairing.State.IsIntroduced());
        Misfits.MustBeNone(command.Answers, asked, checkIn.Layer);
        checkIn.Answered(now); // may refuse: nothing of what was given may be kept then
        foreach (var given in Kept(command.Answers, asked)) answers.Add(await vault.SealAnswer(checkIn, given, cancellation));

        if (command.Calls) await call.Make(checkIn, pairing, cancellation);
        else if (command.Answers.Any(a => a.WishesHello) && contact is { } told) checkIn.WishForHello(told);
        return contact is not null;
    }

    /// <summary>
    /// What was given, in the order in which it was asked. Of what only some would say a row is kept whether it was said or not: neither
    /// that there is one nor its place among the others, which ids give away, may tell anything.
    /// </summary>
    private static IEnumerable<GivenAnswer> Kept(IReadOnlyList<GivenAnswer> answers, IReadOnlyList<Question> asked)
    {
        var given = answers.Where(a => !a.IsEmpty).ToDictionary(a => a.Question);
        return asked.Select(q => given.GetValueOrDefault(q.Code) ?? (q.StaysWithMe ? new GivenAnswer(q.Code) : null)).OfType<GivenAnswer>();
    }
}
