using System.Globalization;
using Mentorship.Engines;

namespace Mentorship.Faults;

/// <summary>How many check-ins are due, on which engine, on how many hosts, and how often what is killed: a host, or PostgreSQL itself.</summary>
internal sealed record CrashOrder
{
    public Engine Engine { get; init; } = Engine.PostgreSql;
    public int Due { get; init; } = 20_000;
    public int Kills { get; init; } = 50;
    public int Hosts { get; init; } = 1;
    public int Seed { get; init; } = 1;
    public bool StopDatabase { get; init; }

    /// <summary>Null when the words are not understood.</summary>
    public static CrashOrder? Parse(IReadOnlyList<string> words)
    {
        var order = new CrashOrder { StopDatabase = words.Contains("--stop-database") };
        foreach (var pair in words.Where(w => w != "--stop-database").Chunk(2))
        {
            if (pair is ["--engine", var name] && Enum.TryParse<Engine>(name, ignoreCase: true, out var engine)) order = order with { Engine = engine };
            else if (pair is [var option, var text] && Whole(text) is { } number && order.With(option, number) is { } next) order = next;
            else return null;
        }
        return order is { StopDatabase: true, Engine: not Engine.PostgreSql } ? null : order;
    }

    private CrashOrder? With(string option, int number) => option switch
    {
        "--kills" => this with { Kills = number },
        _ when number == 0 => null,
        "--due" => this with { Due = number },
        "--hosts" => this with { Hosts = number },
        "--seed" => this with { Seed = number },
        _ => null,
    };

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
