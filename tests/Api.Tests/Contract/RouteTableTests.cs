using Mentorship.Api.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Contract;

public sealed class RouteTableTests(TwoCommunities world) : IClassFixture<TwoCommunities>
{
    public static TheoryData<string> Endpoints => [.. RouteTable.Rows.Select(r => r.Key)];

    [Fact]
    public void Every_endpoint_has_a_row_in_the_route_table_and_every_row_an_endpoint()
    {
        var mapped = world.Host.Endpoints();
        var rows = RouteTable.Rows.Select(r => r.Key).ToList();
        Assert.True(!mapped.Except(rows).Any(), $"Add a row to RouteTable for:\n{string.Join('\n', mapped.Except(rows))}");
        Assert.True(!rows.Except(mapped).Any(), $"RouteTable has rows that no endpoint answers:\n{string.Join('\n', rows.Except(mapped))}");
        Assert.Equal(rows.Count, rows.Distinct().Count());
    }

    [Fact]
    public void Every_body_that_an_endpoint_reads_is_described_when_the_service_is_built() => Assert.Empty(
        from endpoint in world.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints)
        let body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
        where body?.RequestType is not null && body.ContentTypes.Contains("application/json") && Bodies.Default.GetTypeInfo(body.RequestType!) is null
        select $"Add to Bodies: {body!.RequestType!.Name} of {endpoint.DisplayName}");

    [Fact]
    public void Every_row_that_names_an_object_of_a_community_has_somebody_who_reaches_it() => Assert.Empty(
        RouteTable.Rows.OfType<Row>().Where(r => r.NamesAnObject && Enum.GetValues<Persona>().All(p => r.For(p) is 401 or 403 or 404)).Select(r => r.Key));

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Everybody_gets_from_an_endpoint_what_its_row_says(string endpoint)
    {
        var row = RouteTable.Of(endpoint);
        var (wrong, untouched) = (new List<string>(), await world.Scene(row.At)); // who is refused changes nothing for the next
        foreach (var persona in Enum.GetValues<Persona>().Where(p => p != Persona.Smuggler || row.NamesAnObject))
        {
            var scene = row is Row && row.For(persona) is 401 or 403 or 404 ? untouched : await world.Scene(row.At);
            var answer = await world.Call(row, persona, scene);
            if ((int)answer.StatusCode == row.For(persona)) continue;
            wrong.Add($"{persona}: {(int)answer.StatusCode} and not {row.For(persona)}: {await answer.Content.ReadAsStringAsync()}");
        }
        Assert.True(wrong.Count == 0, $"{endpoint}\n{string.Join('\n', wrong)}");
    }
}
