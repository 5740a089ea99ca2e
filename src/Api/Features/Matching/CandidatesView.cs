using Mentorship.Domain;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Pathways;

namespace Mentorship.Api.Features.Matching;

/// <summary>What a coordinator sees of one request's candidates.</summary>
/// <param name="Candidates">Best first; those who need an override after all who need none.</param>
/// <param name="Proposable">How many mentors may be proposed in all.</param>
/// <param name="ExcludedByRule">How many each rule excluded, most first.</param>
/// <param name="Excluded">Those who may not be proposed, each with the first rule that says so; the first thousand where there are more.</param>
/// <param name="Widening">What would lengthen a list that is shorter than was asked for, most first; empty otherwise.</param>
public sealed record CandidatesView(
    IReadOnlyList<CandidateView> Candidates, int Proposable, IReadOnlyList<RuleCount> ExcludedByRule, IReadOnlyList<ExcludedView> Excluded,
    IReadOnlyList<Widening> Widening)
{
    private const int MostExcluded = 1000;

    internal static CandidatesView Of(Shortlist shortlist, MatchingBoard board) => new(
        [.. shortlist.Candidates.Select(candidate => CandidateView.Of(candidate, board))],
        shortlist.Proposable,
        shortlist.ExcludedByRule,
        [.. shortlist.Excluded.Take(MostExcluded).Select(e => new ExcludedView(e.Mentor.Value, board.Mentor(e.Mentor).DisplayName, e.Code, e.Sentence))],
        shortlist.Widening);
}

/// <param name="MentorId">The mentor.</param>
/// <param name="DisplayName">Under which name the community knows them.</param>
/// <param name="Fit">0 to 1000.</param>
/// <param name="Parts">What the fit is made of.</param>
/// <param name="Warnings">What to look at before deciding.</param>
/// <param name="Overridable">Norms that speak against it and that a written reason overrides; empty for most.</param>
public sealed record CandidateView(
    Guid MentorId, string DisplayName, int Fit,
    IReadOnlyList<FitPartView> Parts, IReadOnlyList<Warning> Warnings, IReadOnlyList<OverridableView> Overridable)
{
    internal static CandidateView Of(Candidate candidate, MatchingBoard board) => new(
        candidate.Mentor.Value, board.Mentor(candidate.Mentor).DisplayName, candidate.Fit!.PerMille,
        [.. candidate.Fit.Parts.Select(p => new FitPartView(p.Name, Math.Round(p.Value, 3), p.Weight, p.Sentence))],
        candidate.Warnings,
        [.. candidate.Exclusions.Select(e => new OverridableView(e.Code, e.Firmness, e.Sentence))]);
}

/// <param name="Name">The factor, as the community's policy names it.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Weight">0 to 10.</param>
/// <param name="Sentence">Why, in plain words.</param>
public sealed record FitPartView(string Name, double Value, double Weight, string Sentence);

/// <param name="Code">The norm.</param>
/// <param name="Firmness">literature or custom.</param>
/// <param name="Sentence">What it asks and how it stands here.</param>
public sealed record OverridableView(string Code, Firmness Firmness, string Sentence);

/// <param name="MentorId">The mentor.</param>
/// <param name="DisplayName">Under which name the community knows them.</param>
/// <param name="Code">The first rule that excludes.</param>
/// <param name="Sentence">Why, in plain words.</param>
public sealed record ExcludedView(Guid MentorId, string DisplayName, string Code, string Sentence);
