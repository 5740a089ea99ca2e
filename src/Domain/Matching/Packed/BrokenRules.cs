using System.Numerics;

namespace Mentorship.Domain.Matching.Packed;

internal static class BrokenRules
{
    public const int Count = 30;

    private static readonly string[] Norms =
        ["norm-kind-offered", "norm-time-in-recovery", "norm-programme-worked", "norm-own-mentor", "norm-gender", "norm-women-only"];

    /// <summary>By the number of the bit.</summary>
    public static readonly IReadOnlyList<string> Codes =
        [.. Eligibility.BeforeNorms.Select(rule => rule.Code), .. Norms, .. Eligibility.AfterNorms.Select(rule => rule.Code)];

    /// <summary>The number of the first rule that is broken.</summary>
    public static int First(this Broken broken) => BitOperations.TrailingZeroCount((uint)broken);

    public static bool IsOne(this Broken broken) => BitOperations.IsPow2((uint)broken);

    public static Broken If(this Broken broken, bool isSo) => isSo ? broken : Broken.None;
}
