using Mentorship.Api.Tests.Hosting;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Members;

/// <summary>Bodies that nothing is wrong with, and a person who has not said yet that they are an adult.</summary>
internal static class Bodies
{
    public static object Profile => new
    {
        displayName = "Marker Rosa T.",
        gender = "Woman",
        birthYear = 1990,
        languages = new[] { "en", "GA" },
        zoneId = "Europe/Dublin",
        availability = "monday 18.00–21:00; Sat 9:00-12:00",
        modes = new[] { "phone", "in-person" },
        place = new { latitude = 53.34567, longitude = -6.26512 },
        maxDistanceKm = 20,
        recoverySince = "2024-02-29",
        pathways = new[] { "aa", "na", "aa" },
        livedExperience = new[] { "Parent", " parent ", "night worker" },
    };

    public static object MentorOffer => new
    {
        capacity = 2,
        kinds = new[] { "sponsor", "temporary-contact" },
        newcomerGenders = new[] { "Woman", "non-binary" },
        hasOwnMentor = true,
        programmeWorked = (bool?)null,
    };

    public static Task<Person> Unstated(ApiHost host, SampleCommunity community) => WithAccount(host, community, AccountId.New());

    public static async Task<Person> WithAccount(ApiHost host, SampleCommunity community, AccountId account)
    {
        var id = await host.Inside(community.Id, async services =>
        {
            var member = new Member(community.Id, "Unstated U.", Roles.None, new Profile { Languages = ["en"] }, host.Clock.Now);
            member.Link(account);
            var db = services.GetRequiredService<MentorshipDb>();
            db.Add(member);
            await db.SaveChangesAsync();
            return member.Id;
        });
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("X-Test-Account", account.ToString());
        return new Person(id, account, "", client);
    }
}
