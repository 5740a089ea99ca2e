using System.Globalization;

namespace Mentorship.Api.Simulation;

/// <summary>What <c>simulate</c> was called with.</summary>
/// <param name="Members">Mentors and newcomers together, 10 to 20,000.</param>
/// <param name="Days">Virtual days, 1 to 730.</param>
/// <param name="Seed">Who the people are and what they do is drawn from it.</param>
internal sealed record SimulationOptions(int Members, int Days, int Seed)
{
    public const string Usage = "simulate [--members N] [--days N] [--seed N]   10 to 20000 members, 1 to 730 days";

    /// <summary>Null when the words are off.</summary>
    public static SimulationOptions? Parse(ReadOnlySpan<string> args)
    {
        var options = new SimulationOptions(Members: 200, Days: 30, Seed: 1);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            if (args[i] == "--members" && number is >= 10 and <= 20_000) options = options with { Members = number };
            else if (args[i] == "--days" && number is >= 1 and <= 730) options = options with { Days = number };
            else if (args[i] == "--seed") options = options with { Seed = number };
            else return null;
        }
        return args.Length % 2 == 0 ? options : null;
    }
}
