using Mentorship.Domain;

namespace Mentorship.Api.Features.Notices;

/// <summary>Who agreed to texts did so for one number: a number that came later needs their word anew.</summary>
internal static class AgreedNumber
{
    public static bool IsAgreed(this IVault vault, CommunityId community, byte[]? agreed, string? number) =>
        agreed is not null && number is not null
        && vault.EachHashOfPhone(community, number).Any(hash => hash.AsSpan().SequenceEqual(agreed));
}
