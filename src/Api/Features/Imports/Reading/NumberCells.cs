using System.Globalization;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>Cells that hold a number, or a yes or no.</summary>
internal static class NumberCells
{
    private static readonly Fault NotAge = new("age-invalid", "Whole years, from 18 to 120.");
    private static readonly Fault UnderAge = new("age-under-18", "Only adults take part: the age must be 18 or more.");
    private static readonly Fault NotWishedAge = new("age-range", "Whole years, from 18 to 120.");
    private static readonly Fault NotCapacity = new("capacity-invalid", "A whole number from 0 to 20.");
    private static readonly Fault NotDistance = new("distance-invalid", "Whole kilometres, from 1 to 1000.");
    private static readonly Fault NotLatitude = new("latitude-invalid", "Degrees from -90 to 90, such as 51.47.");
    private static readonly Fault NotLongitude = new("longitude-invalid", "Degrees from -180 to 180, such as -0.40.");
    private static readonly Fault NotYesNo = new("yes-no-invalid", "yes or no.");

    public static Cell<int?> Age(string text) => Whole(text) switch
    {
        null or > 120 => NotAge,
        < 18 => UnderAge,
        var years => years,
    };

    public static Cell<int?> WishedAge(string text) => Within(text, 18, 120, NotWishedAge);

    public static Cell<int?> Capacity(string text) => Within(text, 0, MentorOffer.MostCapacity, NotCapacity);

    public static Cell<int?> Distance(string text) => Within(text, 1, 1000, NotDistance);

    public static Cell<double?> Latitude(string text) => Degrees(text, 90, NotLatitude);

    public static Cell<double?> Longitude(string text) => Degrees(text, 180, NotLongitude);

    public static Cell<bool?> YesNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "1" => true,
        "no" or "n" or "false" or "0" => false,
        _ => NotYesNo,
    };

    private static Cell<int?> Within(string text, int least, int most, Fault fault) =>
        Whole(text) is { } number && number >= least && number <= most ? number : fault;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Rounded to 0.01°, about a kilometre. A comma is a decimal comma: degrees have no thousands.</summary>
    private static Cell<double?> Degrees(string text, double most, Fault fault)
    {
        var plain = text.Replace(',', '.').Replace('\u2212', '-');
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return double.TryParse(plain, style, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most
            ? Math.Round(degrees, 2, MidpointRounding.AwayFromZero)
            : fault;
    }
}
