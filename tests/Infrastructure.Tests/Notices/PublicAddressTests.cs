using System.Net;
using Mentorship.Infrastructure.Notices.Webhook;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("127.255.255.254"), InlineData("10.0.0.1"), InlineData("172.16.0.1"), InlineData("172.31.255.255")]
    [InlineData("192.168.1.1"), InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("0.0.0.0"), InlineData("255.255.255.255")]
    [InlineData("224.0.0.1"), InlineData("198.18.0.1"), InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fd00::1")]
    [InlineData("ff02::1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("::127.0.0.1"), InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::"), InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2"), InlineData("fec0::1")]
    public void What_only_our_own_network_reaches_is_not_public(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8"), InlineData("172.15.255.255"), InlineData("172.32.0.1"), InlineData("100.63.255.255"), InlineData("169.253.1.1")]
    [InlineData("2606:4700::1111"), InlineData("2a00:1450:4009::1"), InlineData("::ffff:8.8.8.8")]
    public void An_address_of_the_open_Internet_is(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));
}
