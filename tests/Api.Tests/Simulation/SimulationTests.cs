using Mentorship.Api.Simulation;
using Mentorship.Api.VirtualTime;
using Mentorship.Infrastructure.Notices.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Mentorship.Api.Tests.Simulation;

public sealed class SimulationTests
{
    [Fact]
    public async Task The_same_seed_lives_the_same_history_and_every_invariant_holds()
    {
        var first = await Told(7, 60, 20);
        Assert.Contains("Every invariant held on every day.", first);
        Assert.Matches(@"week\s+2\s+[1-9]", first);
        Assert.Matches(@"repeat\s+[1-9]", first);
        Assert.Matches(@"member-first\s+[1-9]", first);
        Assert.Equal(first, await Told(7, 60, 20));
    }

    [Fact]
    public async Task Another_seed_lives_another_history() => Assert.NotEqual(await Told(7, 20, 3), await Told(8, 20, 3));

    [Fact]
    public async Task A_broken_invariant_is_seen_on_the_day_and_ends_the_run_with_one()
    {
        await using var host = new VirtualHost(Api.Simulation.Simulation.Start);
        await host.Prepare();
        var town = new Town(host, await host.Found("Simulation"));
        var simulation = new Api.Simulation.Simulation(town, new SimulationOptions(Members: 20, Days: 2, Seed: 1));
        await simulation.LiveADay();
        Assert.Empty(simulation.Broken);

        await host.Read(town.Coordinator.Community, db => db.Members.Where(m => m.Mentor != null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Mentor!.PlacesHeld, 19)));
        await simulation.LiveADay();
        Assert.Contains(simulation.Broken, b => b.Contains("holds", StringComparison.Ordinal));
        Assert.Equal(1, await SimulateCommand.Conclude(simulation, TextWriter.Null));
    }

    [Fact]
    public async Task A_telling_word_in_a_message_is_seen()
    {
        var post = new Post();
        await post.Send(new EmailMessage("1", "a@example.org", "Still sober?", "A note."), CancellationToken.None);
        Assert.NotEmpty(post.Broken);
    }

    [Theory]
    [InlineData("Still sober?", 1), InlineData("to somebody@people.example", 1), InlineData("The batch of 20 is sent", 0)]
    public void A_log_line_that_tells_too_much_is_seen_whoever_writes_it_and_in_a_failure_too(string line, int broken)
    {
        using var log = new ReadLog();
        log.CreateLogger("Microsoft.AspNetCore").Log(LogLevel.Error, default, line, null, (said, _) => said);
        Assert.Equal((1, broken), (log.Lines, log.Broken.Count));
        var failure = new InvalidOperationException(line);
        log.CreateLogger("Mentorship.Api.Features").Log(LogLevel.Error, new EventId(1, "Sent"), "A failure", failure, (said, _) => said);
        Assert.Equal((2, 2 * broken), (log.Lines, log.Broken.Count));
        Assert.All(log.Broken, said => Assert.DoesNotContain(line, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_line_that_tells_too_much_breaks_the_day()
    {
        await using var host = new VirtualHost(Api.Simulation.Simulation.Start);
        await host.Prepare();
        var town = new Town(host, await host.Found("Simulation"));
        var simulation = new Api.Simulation.Simulation(town, new SimulationOptions(Members: 20, Days: 1, Seed: 1));
        await simulation.LiveADay();
        Assert.Empty(simulation.Broken);
        host.Log.CreateLogger("Mentorship").Log(LogLevel.Information, default, Saying.ByText, null, (said, _) => said);
        Assert.Contains(await simulation.Look(), b => b.Contains("tells too much", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--members", "many")]
    [InlineData("--weeks", "3")]
    [InlineData("--seed")]
    public async Task Words_that_are_off_are_answered_with_the_right_ones(params string[] args)
    {
        var said = new StringWriter();
        Assert.Equal(64, await SimulateCommand.Run(args, TextWriter.Null, said));
        Assert.Contains("--members N", said.ToString());
    }

    private static async Task<string> Told(int seed, int members, int days)
    {
        var output = new StringWriter();
        Assert.Equal(0, await SimulateCommand.Run(["--members", $"{members}", "--days", $"{days}", "--seed", $"{seed}"], output, TextWriter.Null));
        return output.ToString();
    }
}
