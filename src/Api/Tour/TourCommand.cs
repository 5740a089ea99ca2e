using Mentorship.Api.Commands;
using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Features.Imports;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.Matching.Reports;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Tour;

/// <summary>
/// <c>tour</c>: the whole life of a community in one terminal, with a virtual clock and nothing but the ordinary use cases and timetable.
/// Exit 0; 1 when an invariant broke; 64 when the words are off; 3 when the spreadsheets cannot be brought.
/// </summary>
internal sealed class TourCommand(VirtualHost host, TourOptions options, TextWriter output, TextWriter progress)
{
    private static readonly Duration Step = Duration.FromMinutes(30);

    private readonly List<string> _broken = [];
    private Actor _coordinator = null!;
    private AllotmentReport _allotted = null!;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter progress)
    {
        if (TourOptions.Parse(args) is not { } options) return await Say(progress, TourOptions.Usage, Usage.WrongWords);
        string[] files = [Path.Combine(options.Folder, "mentors.csv"), Path.Combine(options.Folder, "newcomers.csv")];
        if (files.FirstOrDefault(f => !File.Exists(f)) is { } missing) return await Say(progress, $"There is no {Path.GetFileName(missing)} in the folder. {TourOptions.Usage}", Usage.WrongWords);
        await using var host = new VirtualHost(StartOfTour.For(await File.ReadAllTextAsync(files[0]), await File.ReadAllTextAsync(files[1])));
        return await new TourCommand(host, options, output, progress).Live(files[0], files[1]);
    }

    private async Task<int> Live(string mentors, string newcomers)
    {
        await host.Prepare();
        _coordinator = await host.Found("Tour");
        await output.WriteLineAsync($"It is {host.Clock.Now.InUtc():yyyy-MM-dd HH:mm} UTC. Two spreadsheets are brought in.");
        if (!await Bring(mentors, newcomers)) return 3;
        await Review();
        await Days();
        await new TourReport(host, _coordinator.Community, output).Write();
        await new TourExamples(host, _coordinator.Community, _allotted, output).Write();
        return await Conclude(_broken, output);
    }

    public static async Task<int> Conclude(IEnumerable<string> found, TextWriter output)
    {
        var broken = found.Distinct().ToList();
        foreach (var sentence in broken) await output.WriteLineAsync($"BROKEN: {sentence}");
        await output.WriteLineAsync(broken.Count == 0 ? "Every invariant held on every day." : $"{broken.Count} invariants broke.");
        return broken.Count == 0 ? 0 : 1;
    }

    private async Task<bool> Bring(string mentors, string newcomers)
    {
        var reports = new[]
        {
            ("mentors", await host.Send(new ImportMentors(_coordinator, await File.ReadAllBytesAsync(mentors), DryRun: false, Partial: false))),
            ("newcomers", await host.Send(new ImportNewcomers(_coordinator, await File.ReadAllBytesAsync(newcomers), DryRun: false, Partial: false))),
        };
        foreach (var (name, report) in reports)
        {
            await output.WriteLineAsync($"  {name}: {report.Rows} rows, {report.Added} added");
            foreach (var error in report.Errors.Take(20)) await output.WriteLineAsync($"  line {error.Line}, {error.Column}: {error.Message}");
        }
        return reports.All(r => r.Item2.Saved);
    }

    /// <summary>The coordinator allots the community and approves every proposal; one that no longer may be is left.</summary>
    private async Task Review()
    {
        var allotment = await host.Send(new AllotMentors(_coordinator, new()));
        _allotted = await host.Read(_coordinator.Community, async db => (await db.Allotments.AsNoTracking().SingleAsync(d => d.Id == allotment)).Report!);
        await TourReport.WriteAllotment(_allotted, output);
        await host.Send(new PublishAllotment(_coordinator, allotment, Requests: null));
        await ApproveProposals();
    }

    private async Task ApproveProposals()
    {
        var proposals = await host.Read(_coordinator.Community, async db =>
            await db.Pairings.AsNoTracking().Where(p => p.State == PairingState.Proposed).Select(p => p.Id).ToListAsync());
        foreach (var proposal in proposals)
        {
            try
            {
                await host.Send(new ApprovePairing(_coordinator, proposal, null, null));
            }
            catch (RuleBroken)
            {
                await host.Send(new DismissPairing(_coordinator, proposal, null));
            }
        }
    }

    private async Task Days()
    {
        var people = new People(host, _coordinator.Community, new Random(options.Seed));
        var invariants = new Invariants(host, _coordinator.Community);
        for (var day = 1; day <= TourOptions.Days; day++)
        {
            for (var step = Duration.Zero; step < Duration.FromDays(1); step += Step)
            {
                await host.RunJobs(Step);
                await people.AnswerNotes(host.Post.Take());
                host.Clock.Now += Step;
            }
            await people.AnswerOffers();
            await people.ChooseRhythms();
            await people.Meet();
            await ApproveProposals();
            _broken.AddRange(await invariants.Broken());
            await progress.WriteLineAsync($"day {day,2} of {TourOptions.Days} [{new string('#', day)}{new string('.', TourOptions.Days - day)}] {host.Post.Messages} notices");
        }
    }

    private static async Task<int> Say(TextWriter writer, string line, int code)
    {
        await writer.WriteLineAsync(line);
        return code;
    }
}
