namespace Mentorship.Api.Hosting;

/// <summary>The first address that the server listens at, as somebody on the same machine opens it: without a slash at its end.</summary>
internal static class ListenedAddress
{
    private static readonly string[] EveryHost = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>As <c>--urls</c> or <c>ASPNETCORE_URLS</c> has it, else the ports alone, else Kestrel's own.</summary>
    public static string In(IConfiguration configuration) =>
        First(configuration[WebHostDefaults.ServerUrlsKey]) is { } url ? Of(url)
        : First(configuration[WebHostDefaults.HttpPortsKey]) is { } port ? $"http://localhost:{port}"
        : "http://localhost:5000";

    public static string Of(string listened)
    {
        var address = BindingAddress.Parse(listened);
        var host = EveryHost.Contains(address.Host) ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}{address.PathBase}".TrimEnd('/');
    }

    private static string? First(string? several) =>
        several?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : null;
}
