using System.Globalization;
using Mentorship.Api.Hosting;

namespace Mentorship.Api.Tour;

/// <summary>What <c>tour</c> was called with.</summary>
/// <param name="Folder">Holds mentors.csv and newcomers.csv.</param>
/// <param name="Seed">What people do is drawn from it.</param>
internal sealed record TourOptions(string Folder, int Seed)
{
    public const int Days = 14;

    public const string Usage = "tour [--community FOLDER] [--seed N]   FOLDER holds mentors.csv and newcomers.csv";

    /// <summary>Null when the words are off.</summary>
    public static TourOptions? Parse(ReadOnlySpan<string> args)
    {
        var options = new TourOptions(Path.Combine(LocalFolders.Root, "samples", "community"), Seed: 1);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            if (args[i] == "--community") options = options with { Folder = args[i + 1] };
            else if (args[i] == "--seed" && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var seed)) options = options with { Seed = seed };
            else return null;
        }
        return args.Length % 2 == 0 ? options : null;
    }
}
