using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Pathways;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Audience = Mentorship.Domain.CheckIns.Audience;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>What the caller answered to one check-in, in the words of its questions, also of those that are asked no longer.</summary>
public sealed record MyAnswers(Actor Actor, CheckInId CheckIn) : IQuery<IReadOnlyList<OwnAnswer>>, IActed;

/// <param name="Question">Its code.</param>
/// <param name="Prompt">What was asked.</param>
/// <param name="Said">The word, the number or the text.</param>
/// <param name="Audience">Who may see it beside its member.</param>
/// <param name="WasTold">Whether it asked for contact: that was passed on at once, and is not taken back with the answer.</param>
public sealed record OwnAnswer(string Question, string Prompt, string Said, Audience Audience, bool WasTold)
{
    public override string ToString() => nameof(OwnAnswer);
}

internal sealed class MyAnswersHandler(MentorshipDb db, IVault vault) : IRequestHandler<MyAnswers, IReadOnlyList<OwnAnswer>>
{
    public async Task<IReadOnlyList<OwnAnswer>> Handle(MyAnswers query, CancellationToken cancellation)
    {
        var of = await (
            from c in db.CheckIns.AsNoTracking()
            where c.Id == query.CheckIn && c.Member == query.Actor.Member
            join p in db.Pairings on c.Pairing equals p.Id
            select new { c.Layer, p.Pathway }).FirstOrDefaultAsync(cancellation) ?? throw new NotFound("check-in");
        var answers = await db.Answers.AsNoTracking()
            .Where(a => a.CheckIn == query.CheckIn && a.Member == query.Actor.Member).OrderBy(a => a.Id).ToListAsync(cancellation);
        var own = (await db.PolicyOf(query.Actor.Community, cancellation)).Questions;
        var asked = Questions.EverOf(of.Layer, PathwayCatalogue.Current.Get(of.Pathway), own).ToDictionary(q => q.Code);
        return [.. (await vault.OpenAnswers(answers, cancellation)).Select(a => View(a, asked.GetValueOrDefault(a.Question)))];
    }

    private static OwnAnswer View(AnswerView said, Question? asked) => new(
        said.Question, asked?.Prompt ?? said.Question, said.InWords(asked), said.Audience,
        said is { Question: Questions.Contact, Choice: Questions.CallMe or Questions.SayHi });
}
