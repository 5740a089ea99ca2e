using Mentorship.Api.Hosting;
using Microsoft.Extensions.Configuration;

namespace Mentorship.Api.Tests.Hosting;

public sealed class ListenedAddressTests
{
    [Theory]
    [InlineData("http://localhost:5081", "http://localhost:5081")]
    [InlineData("http://localhost:5081/;https://localhost:7081", "http://localhost:5081")]
    [InlineData("https://192.168.1.4:7081", "https://192.168.1.4:7081")]
    [InlineData("http://*:5081", "http://localhost:5081"), InlineData("http://+:5081", "http://localhost:5081")]
    [InlineData("http://0.0.0.0:5081", "http://localhost:5081"), InlineData("http://[::]:5081", "http://localhost:5081")]
    [InlineData("http://localhost", "http://localhost:80"), InlineData("http://localhost:5081/notes", "http://localhost:5081/notes")]
    public void Links_of_Development_lead_to_the_first_address_that_is_listened_at(string urls, string address) =>
        Assert.Equal(address, ListenedAddress.In(With(("urls", urls), ("http_ports", "8080"))));

    [Fact]
    public void Without_an_address_they_lead_to_the_port_and_without_one_to_where_Kestrel_listens_by_itself()
    {
        Assert.Equal("http://localhost:8080", ListenedAddress.In(With(("http_ports", "8080;8081"))));
        Assert.Equal("http://localhost:5000", ListenedAddress.In(With()));
    }

    private static IConfiguration With(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
