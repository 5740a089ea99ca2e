using Mentorship.Api.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Mentorship.Api.Tests.Jobs;

public sealed class JobSetupTests
{
    private static readonly Timetable Timetable = new([new("job", Duration.FromSeconds(5), () => new Act("job"))]);

    [Fact]
    public void Jobs_run_unless_they_are_switched_off()
    {
        Assert.Contains(Added("true"), s => s.ServiceType == typeof(IHostedService));
        Assert.Contains(Added(null), s => s.ServiceType == typeof(IHostedService));
    }

    [Fact]
    public void Jobs_that_are_switched_off_leave_nothing_behind() => Assert.Empty(Added("false"));

    private static IServiceCollection Added(string? enabled)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Jobs:Enabled", enabled)]).Build();
        return new ServiceCollection().AddJobs(configuration, Timetable);
    }
}
