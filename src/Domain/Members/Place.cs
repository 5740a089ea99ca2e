namespace Mentorship.Domain.Members;

/// <summary>A place rounded to 0.01°; latitude −90 to 90, longitude −180 to 180.</summary>
public readonly record struct Place(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6371.0088; // mean radius, IUGG

    /// <summary>Great-circle distance in kilometres by the haversine formula.</summary>
    public double KilometresTo(Place other)
    {
        var dLat = Radians(other.Latitude - Latitude);
        var dLon = Radians(other.Longitude - Longitude);
        var a = Square(Math.Sin(dLat / 2)) + Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(dLon / 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;
}
