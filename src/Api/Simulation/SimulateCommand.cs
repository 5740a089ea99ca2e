using Mentorship.Api.Commands;
using Mentorship.Api.VirtualTime;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// <c>simulate</c>: months of a made-up community in minutes. Progress on standard error, charts on standard output. Exit 0; 1 when an
/// invariant broke; 64 (EX_USAGE of sysexits.h) when the words are off.
/// </summary>
internal static class SimulateCommand
{
    private const int BarWidth = 30;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter progress)
    {
        if (SimulationOptions.Parse(args) is not { } options)
        {
            await progress.WriteLineAsync(SimulationOptions.Usage);
            return Usage.WrongWords;
        }
        await using var host = new VirtualHost(Simulation.Start, options.Seed);
        await host.Prepare();
        var simulation = new Simulation(new Town(host, await host.Found("Simulation")), options);
        for (var day = 1; day <= options.Days; day++)
        {
            var known = simulation.Broken.Count;
            await simulation.LiveADay();
            await Show(progress, day, options.Days, simulation);
            foreach (var broken in simulation.Broken.Skip(known)) await progress.WriteLineAsync($"BROKEN: {broken}");
        }
        return await Conclude(simulation, output);
    }

    public static async Task<int> Conclude(Simulation simulation, TextWriter output)
    {
        var town = simulation.Town;
        await output.WriteLineAsync($"It is {town.Now.InUtc():yyyy-MM-dd HH:mm} UTC. {town.People.Count} people came; the service or the mail was away {simulation.Outages} times.");
        await new SimulationReport(town, output).Write(Simulation.Start);
        await output.WriteLineAsync($"{town.Host.Post.Messages} mails, {town.Host.Phones.Texts} texts and {town.Host.Log.Lines} log lines were read. The history is {await new History(town).Digest()}.");
        foreach (var broken in simulation.Broken.Take(50)) await output.WriteLineAsync($"BROKEN: {broken}");
        await output.WriteLineAsync(simulation.Broken.Count == 0 ? "Every invariant held on every day." : $"{simulation.Broken.Count} invariants broke.");
        return simulation.Broken.Count == 0 ? 0 : 1;
    }

    private static Task Show(TextWriter progress, int day, int days, Simulation simulation)
    {
        var done = BarWidth * day / days;
        var town = simulation.Town;
        return progress.WriteLineAsync(
            $"day {day,3} of {days} [{new string('#', done)}{new string('.', BarWidth - done)}] {town.People.Count} people, {town.Host.Post.Messages} notices, {simulation.Broken.Count} broken");
    }
}
