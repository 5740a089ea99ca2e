using System.Globalization;
using Mentorship.Engines;

namespace Mentorship.Benchmarks;

/// <summary>On which engine, how large, and how many rounds; each benchmark says what its size counts, and dispatch how many of that are due.</summary>
internal sealed record Order(Engine Engine = Engine.Sqlite, int? Size = null, int Rounds = 5, int? Due = null)
{
    /// <summary>Null when the words are not understood.</summary>
    public static Order? Parse(IReadOnlyList<string> words)
    {
        var order = new Order();
        foreach (var pair in words.Chunk(2))
        {
            if (pair is ["--engine", var name] && Enum.TryParse<Engine>(name, ignoreCase: true, out var engine)) order = order with { Engine = engine };
            else if (pair is ["--size", var size] && Positive(size) is { } count) order = order with { Size = count };
            else if (pair is ["--due", var due] && Positive(due) is { } many) order = order with { Due = many };
            else if (pair is ["--rounds", var rounds] && Positive(rounds) is { } times) order = order with { Rounds = times };
            else return null;
        }
        return order;
    }

    private static int? Positive(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
