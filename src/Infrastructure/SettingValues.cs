using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Mentorship.Infrastructure;

/// <summary>Settings that are no text. One that cannot be read is a <see cref="MissingSetting"/>: never its default, and never a failure later.</summary>
internal static class SettingValues
{
    public static bool Switch(this IConfiguration configuration, string setting, bool otherwise) => configuration[setting] switch
    {
        var text when string.IsNullOrWhiteSpace(text) => otherwise,
        var text when bool.TryParse(text, out var isOn) => isOn,
        _ => throw new MissingSetting(setting, $"Set {setting} to true or false, or leave it out."),
    };

    /// <summary>From 1 on; null when it is left out.</summary>
    public static int? Count(this IConfiguration configuration, string setting) => configuration[setting] switch
    {
        var text when string.IsNullOrWhiteSpace(text) => null,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var count) && count > 0 => count,
        _ => throw new MissingSetting(setting, $"Set {setting} to a whole number from 1 on, or leave it out."),
    };
}
