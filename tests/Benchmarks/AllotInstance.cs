using System.Runtime.InteropServices;
using Mentorship.Domain.Matching.Solving;

namespace Mentorship.Benchmarks;

/// <summary>A community drawn by a fixed seed: who may be with whom and how well they suit.</summary>
/// <param name="Degree">With how many mentors each newcomer may be; all of them where it is their number.</param>
/// <param name="Places">How many places the mentors have, over and over in this order.</param>
/// <param name="Alike">Whether half of a fit is the mentor's own, the same for everyone; otherwise any fit is as likely.</param>
internal sealed record AllotInstance(string Name, int Newcomers, int Mentors, int Degree, int[] Places, bool Alike = false)
{
    public AllotmentProblem Draw()
    {
        var random = new Random(Newcomers + Degree);
        var (start, mentor, fit) = (new int[Newcomers + 1], new int[Newcomers * Degree], new int[Newcomers * Degree]);
        int[] quality = [.. Enumerable.Range(0, Mentors).Select(_ => random.Next(501))], others = [.. Enumerable.Range(0, Mentors)];
        for (var newcomer = 0; newcomer < Newcomers; newcomer++)
        {
            start[newcomer + 1] = start[newcomer] + Degree;
            for (var at = 0; at < Degree; at++)
            {
                var swap = Degree == Mentors ? at : random.Next(at, Mentors);
                (others[at], others[swap]) = (others[swap], others[at]);
                mentor[start[newcomer] + at] = others[at];
                fit[start[newcomer] + at] = Alike ? quality[others[at]] + random.Next(501) : random.Next(1001);
            }
        }
        int[] places = [.. Enumerable.Range(0, Mentors).Select(index => Places[index % Places.Length])];
        return new(start, mentor, fit, places, new int[Mentors], spread: 0);
    }

    /// <summary>As whole numbers of 32 bits: newcomers, mentors, pairs, 1 if everyone can be served; then rows, mentors, fits and places.</summary>
    public static void Write(string path, AllotmentProblem problem, bool everyone)
    {
        using var file = File.Create(path);
        Put([problem.Newcomers, problem.Mentors, problem.Pairs, everyone ? 1 : 0, 0]);
        for (int newcomer = 0, pairs = 0; newcomer < problem.Newcomers; newcomer++) Put([pairs += problem.MentorsOf(newcomer).Length]);
        for (var newcomer = 0; newcomer < problem.Newcomers; newcomer++) Put(problem.MentorsOf(newcomer));
        for (var newcomer = 0; newcomer < problem.Newcomers; newcomer++) Put(problem.FitsOf(newcomer));
        Put(problem.Places);

        void Put(ReadOnlySpan<int> numbers) => file.Write(MemoryMarshal.AsBytes(numbers));
    }

    public static AllotmentProblem Read(string path)
    {
        using var file = File.OpenRead(path);
        var head = Take(4);
        int[] start = Take(head[0] + 1), mentor = Take(head[2]), fit = Take(head[2]), places = Take(head[1]);
        return new(start, mentor, fit, places, new int[places.Length], spread: 0);

        int[] Take(int count)
        {
            var numbers = new int[count];
            file.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
            return numbers;
        }
    }
}
