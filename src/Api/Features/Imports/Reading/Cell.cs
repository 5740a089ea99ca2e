namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>What is wrong with a cell: a stable code, and a sentence that says what would be right and never repeats the input.</summary>
internal sealed record Fault(string Code, string Message);

/// <summary>A cell as it was understood: its value, or what is wrong with it.</summary>
internal readonly record struct Cell<T>(T? Value, Fault? Fault)
{
    public static implicit operator Cell<T>(T value) => new(value, null);

    public static implicit operator Cell<T>(Fault fault) => new(default, fault);
}
