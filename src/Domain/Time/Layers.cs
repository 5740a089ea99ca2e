namespace Mentorship.Domain.Time;

/// <summary>How layers differ in what may be done with them.</summary>
public static class Layers
{
    /// <summary>Whether one digit of a text answers it; a pulse and a form have more to ask.</summary>
    public static bool TakesDigits(this Layer layer) => layer is Layer.Daily or Layer.Weekly;
}
