using System.Text.Json;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>What a coordinator sees: states and grounds, never contact details and never words of an answer.</summary>
/// <param name="Id">The pairing.</param>
/// <param name="Version">The version that an edit must name in If-Match.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestId">The request that it answers.</param>
/// <param name="MentorId">The mentor.</param>
/// <param name="MentorName">The mentor's display name.</param>
/// <param name="NewcomerId">The newcomer.</param>
/// <param name="NewcomerName">The newcomer's display name.</param>
/// <param name="Pathway">Catalogue id.</param>
/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="ProposedAt">UTC.</param>
/// <param name="AnswerBy">
/// When the present offer lapses, UTC, and after a newcomer's no, when the mentor's place is free again; null when there is neither.
/// </param>
/// <param name="Overridden">Whether a norm was overridden with a written reason.</param>
/// <param name="OverrideReason">That reason; null in a list, and once the account of who wrote it is erased.</param>
/// <param name="Grounds">Why it was proposed: score, parts and rules as they stood then.</param>
public sealed record ReviewedPairing(
    Guid Id, int Version, PairingState State, Guid RequestId, Guid MentorId, string MentorName, Guid NewcomerId, string NewcomerName,
    string Pathway, RelationshipKind Kind, Instant ProposedAt, Instant? AnswerBy, bool Overridden, string? OverrideReason, JsonElement Grounds);

internal static class Reviews
{
    public static ReviewedPairing ViewForReview(this Pairing p, string mentor, string newcomer, string? overrideReason = null) => new(
        p.Id.Value, p.Version, p.State, p.Request.Value, p.Mentor.Value, mentor, p.Newcomer.Value, newcomer,
        p.Pathway, p.Kind, p.ProposedAt, p.Awaiting is null && !p.IsSilentNo ? null : p.AnswerBy,
        p.OverrideReason is not null, overrideReason, JsonSerializer.Deserialize<JsonElement>(p.Grounds));
}
