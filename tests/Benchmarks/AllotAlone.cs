using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Benchmarks;

/// <summary>What one solver found in a process of its own, the seconds of its run alone, and its peak memory in MiB.</summary>
internal sealed record AllotAlone(long People, long TotalFit, double Seconds, double MiB)
{
    /// <summary>The name under which this program, started as a child, solves one instance and prints its figures.</summary>
    public const string Command = "allotment-alone";

    public static int Run(string file)
    {
        var problem = AllotInstance.Read(file);
        var started = Stopwatch.GetTimestamp();
        var solution = Solver.Solve(problem, Objective.MostPeople);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var peak = Regex.Match(File.ReadAllText("/proc/self/status"), @"VmHWM:\s+(\d+)").Groups[1].Value;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{solution.People} {solution.TotalFit} 0 {seconds} {peak}"));
        return 0;
    }

    public static AllotAlone OfOurs(string file) => Of("dotnet", typeof(AllotAlone).Assembly.Location, Command, file);

    public static AllotAlone OfLemon(string program, string file) => Of(program, file);

    /// <summary>The compiled peer, or null and a sentence where the compiler or LEMON is missing.</summary>
    public static async Task<string?> Compile(string folder)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "peers", "network_simplex.cpp");
        var program = Path.Combine(folder, "network_simplex");
        try
        {
            using var compiler = Process.Start("g++", ["-O3", "-march=native", "-DNDEBUG", "-o", program, source]);
            await compiler.WaitForExitAsync();
            if (compiler.ExitCode == 0) return program;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // no compiler: said below, as for a missing library
        }
        Console.WriteLine("LEMON is left out: it takes g++ and Debian's liblemon-dev (scripts/install-needs.sh --benchmarks).");
        return null;
    }

    private static AllotAlone Of(string program, params string[] arguments)
    {
        var command = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(command)!;
        var words = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        process.WaitForExit();
        double Number(int at) => double.Parse(words[at], CultureInfo.InvariantCulture);
        return new((long)Number(0), (long)Number(1), Number(3), Number(4) / 1024);
    }
}
