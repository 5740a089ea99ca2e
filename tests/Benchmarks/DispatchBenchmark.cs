using System.Globalization;
using Mentorship.Api.Jobs;
using Mentorship.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Benchmarks;

/// <summary>
/// The timetable's own dispatch job over <c>due</c> plans among <c>size</c> and among ten times as many, beside ADO.NET alone; the same by
/// two hosts at once; and a tick that finds nothing.
/// </summary>
internal static class DispatchBenchmark
{
    private const int IdleTicks = 300;

    /// <summary>What a service has behind it after some minutes; until then the runtime compiles anew what runs often.</summary>
    private const int WarmingPlans = 100_000, MostWarmingRuns = 40;

    public static async Task Run(Order order)
    {
        var size = order.Size ?? 100_000;
        var due = order.Due ?? size / 10;
        await using var few = await PlanField.Make(order.Engine, size, due);
        await using var many = await PlanField.Make(order.Engine, 10 * size, due);
        for (var run = 0; run < MostWarmingRuns && run * due < WarmingPlans; run++)
            foreach (var contestant in (Contestant[])[Bare(few), Dispatcher(few, "")]) await contestant.Measure();
        foreach (var (field, among) in new[] { (few, size), (many, 10 * size) })
            await Turns.Take(order.Rounds, $"plans a second, {due:#,0} due among {among:#,0}",
                [Bare(field), .. Columns(field), Dispatcher(field, "the dispatcher"), TwoHosts(field)]);
        await Turns.Take(order.Rounds, $"plans a second, {due:#,0} due",
            Dispatcher(few, $"the dispatcher among {size:#,0}"), Dispatcher(many, $"the dispatcher among {10 * size:#,0}"));
        await Idle(many.Host, $"{10 * size:#,0}, at once");
        await many.ClearUp();
        await Idle(many.Host, $"{10 * size:#,0}, when the database has cleared up");
    }

    private static Contestant Bare(PlanField field) =>
        new("ADO.NET alone", () => field.Rate(new BareDispatch(field.Database, field.Community).Run));

    private static Contestant[] Columns(PlanField field) => field.Database.Engine != Engine.PostgreSql ? [] :
    [
        new("ADO.NET alone, by columns", () => field.Rate(new BareDispatch(field.Database, field.Community, byColumns: true).Run)),
    ];

    private static Contestant Dispatcher(PlanField field, string name) => new(name, () => field.Rate(() => Tick(field.Host)));

    private static Contestant TwoHosts(PlanField field)
    {
        ServiceHost[] hosts = [field.Host, field.AnotherHost()];
        return new("two dispatchers", () => field.Rate(() => Task.WhenAll(hosts.Select(h => Task.Run(() => Tick(h))))));
    }

    private static async Task Idle(ServiceHost host, string among)
    {
        for (var tick = 0; tick < IdleTicks; tick++) await Tick(host); // until it is warm
        var milliseconds = new List<double>();
        for (var tick = 0; tick < IdleTicks; tick++) milliseconds.Add(1000 * await Timed.Seconds(() => Tick(host)));
        var (median, slow) = (Turns.Median(milliseconds), milliseconds.Order().ElementAt(IdleTicks * 99 / 100));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a tick that finds nothing among {among}: {median:0.00} ms in the median of {IdleTicks}, {slow:0.00} at the 99th percentile"));
    }

    private static Task Tick(ServiceHost host) =>
        Timetable.Standard.Get("dispatch-check-ins").Run(host.Services.GetRequiredService<IServiceScopeFactory>(), default);
}
