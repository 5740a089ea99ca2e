using Mentorship.Api.Demo;
using Mentorship.Api.Tests.Hosting;
using Mentorship.Api.Tests.Imports;

namespace Mentorship.Api.Tests.Demo;

public sealed class DemoCommunityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mentorship-test-").FullName;
    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_spreadsheet_that_cannot_be_brought_ends_the_start_with_its_line_and_not_with_an_empty_demonstration()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "mentors.csv"), Samples.MentorSheet(["time_zone", "Neverland"]));
        await File.WriteAllTextAsync(Path.Combine(_folder, "newcomers.csv"), Samples.NewcomerSheet([[]]));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => new DemoCommunity(_host.Services).Fill(_folder));
        Assert.Contains("line 2, time_zone", failure.Message);
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
