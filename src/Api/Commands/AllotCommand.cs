using Mentorship.Api.Features.Imports;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Reports;
using NodaTime;

namespace Mentorship.Api.Commands;

/// <summary>
/// <c>allot</c>: two spreadsheets brought together in one terminal, by the rules, the solver and the report of the service, without one.
/// Exit codes of sysexits.h: 0, also when somebody stays unmatched; 64 wrong words; 65 faults in a file; 66 a file that is not there or
/// cannot be read; 73 one that cannot be written.
/// </summary>
internal sealed class AllotCommand(AllotOptions options, TextWriter output, TextWriter progress)
{
    private const int Done = 0, WrongWords = 64, WrongRows = 65, NoFile = 66, NotWritten = 73;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter progress)
    {
        if (AllotOptions.Parse(args, out var problem) is { } options)
            return await new AllotCommand(options, output, progress).Run(SystemClock.Instance.GetCurrentInstant());
        await progress.WriteLineAsync($"{problem}\n{AllotOptions.Usage}");
        return WrongWords;
    }

    private async Task<int> Run(Instant now)
    {
        var asOf = (options.AsOf ?? now.InUtc().Date).AtMidnight().InUtc().ToInstant();
        var files = new AllotFiles(asOf);
        if (!await Read(options.Mentors, files.ReadMentors) || !await Read(options.Newcomers, files.ReadNewcomers)) return NoFile;
        if (await Told(options.Mentors, files.MentorErrors) | await Told(options.Newcomers, files.NewcomerErrors)) return WrongRows;
        using var pairs = await Open(options.Pairs);
        if (pairs is null && options.Pairs is not null) return NotWritten;
        using var report = await Open(options.Out);
        if (report is null && options.Out is not null) return NotWritten;
        return await Allot(files, pairs, report);
    }

    private async Task<bool> Read(string file, Action<ReadOnlyMemory<byte>> read)
    {
        try
        {
            read(await File.ReadAllBytesAsync(file));
            return true;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            await progress.WriteLineAsync($"{Path.GetFullPath(file)} cannot be read.");
            return false;
        }
    }

    /// <summary>Told before the work, which may take a minute, and not after it.</summary>
    private async Task<AllotOutput?> Open(string? file)
    {
        if (file is null) return null;
        if (AllotOutput.TryOpen(file) is { } opened) return opened;
        await progress.WriteLineAsync($"{Path.GetFullPath(file)} cannot be written.");
        return null;
    }

    private async Task<int> Allot(AllotFiles files, AllotOutput? pairs, AllotOutput? told)
    {
        var board = files.Board();
        await progress.WriteLineAsync($"{board.Asks.Count} newcomers, {board.Mentors.Count} mentors.");
        var allotment = board.Allot(new(options.Objective, options.Spread), new Telling(progress));
        var report = AllotmentReport.Of(board, allotment);
        try
        {
            if (pairs is not null) await pairs.Write(new AllotPairs(board, allotment, files.Emails).Write);
            var json = AllotReport.Of(report, files.Emails).ToJson();
            await (told is null ? output.WriteAsync(json) : told.Write(writer => writer.WriteAsync(json)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await progress.WriteLineAsync("The result cannot be written there; nothing is left of it.");
            return NotWritten;
        }
        pairs?.Keep();
        told?.Keep();
        await AllotTable.Write(report, progress);
        return Done;
    }

    /// <summary>Every bad row with its line and column; true when there is one.</summary>
    private async Task<bool> Told(string file, ImportErrors errors)
    {
        foreach (var error in errors.Listed)
            await progress.WriteLineAsync(
                $"{Path.GetFileName(file)}, line {error.Line}{(error.Column is { } column ? $", {column}" : "")}: {error.Message}");
        if (errors.More > 0) await progress.WriteLineAsync($"{Path.GetFileName(file)}: {errors.More} more.");
        return errors.Any;
    }

    /// <summary>A line for every tenth of the way.</summary>
    private sealed class Telling(TextWriter progress) : IProgress<AllotmentStep>
    {
        private int _told = -1;

        public void Report(AllotmentStep value)
        {
            if (value.Percent / 10 <= _told) return;
            _told = value.Percent / 10;
            progress.WriteLine($"{value.Percent,3} % {value.Step}");
        }
    }
}
