using Mentorship.Engines;
using Xunit.Abstractions;

namespace Mentorship.Faults;

/// <summary>The short form; a class for each engine, so that they run at the same time.</summary>
public class CrashOnSqliteTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_host_that_is_killed_five_times_loses_nothing_and_doubles_nothing_on_the_record()
    {
        var outcome = await Crash.Run(new CrashOrder { Engine = Engine.Sqlite, Due = 2_000, Kills = 5, Seed = 5 }, output.WriteLine);
        output.WriteLine(outcome.ToString());
        Assert.True(outcome.IsExact, outcome.ToString());
    }
}
