using Mentorship.Domain;

namespace Mentorship.Infrastructure.Persistence;

/// <summary>
/// Work that is done again from the start when somebody else was faster, so that it decides on what is true now. In each round one of those
/// who meet is saved, so many may meet before anybody is told to try again; the random wait keeps them from meeting again at once.
/// </summary>
internal static class Rounds
{
    private const int Most = 25;
    private const double FirstWait = 5, LongestWait = 160; // milliseconds

    /// <summary>Throws <c>changed-meanwhile</c> after the last round.</summary>
    public static async Task<T> InRounds<T>(this MentorshipDb db, Func<Task<T>> work, CancellationToken cancellation)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                return await work();
            }
            catch (Exception failure) when (LostRace.Is(failure))
            {
                if (round == Most) throw new RuleBroken("changed-meanwhile", "Somebody else changed this at the same moment. Load it again and repeat the step.");
                db.ChangeTracker.Clear();
            }
            await Task.Delay(WaitAfter(round), cancellation);
        }
    }

    private static TimeSpan WaitAfter(int round) =>
        TimeSpan.FromMilliseconds(Math.Min(FirstWait * Math.Pow(2, round - 1), LongestWait) * Random.Shared.NextDouble());
}
