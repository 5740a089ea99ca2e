using System.Net;
using System.Net.Sockets;

namespace Mentorship.Api.Http.Accounts;

/// <summary>
/// Where a call comes from, coarsely: the /24 of an IPv4 address, the /64 of an IPv6 one. Kept in memory only, to slow guessing.
/// </summary>
internal static class CallerNetwork
{
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8;
        return Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, kept));
    }
}
