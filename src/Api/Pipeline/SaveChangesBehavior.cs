using MediatR;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;

namespace Mentorship.Api.Pipeline;

/// <summary>
/// One save for each command. When somebody else changed the same row in between, the handler runs again on fresh rows,
/// so that it decides on what is true now. In each round one of those who meet is saved, so many may meet before anybody is
/// told to try again; the random wait keeps them from meeting again at once.
/// </summary>
internal sealed class SaveChangesBehavior<TRequest, TAnswer>(MentorshipDb db) : IPipelineBehavior<TRequest, TAnswer>
{
    private const int Attempts = 25;
    private const double FirstWait = 5, LongestWait = 160; // milliseconds

    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellation, RequestHandlerDelegate<TAnswer> next)
    {
        if (request is not ICommand) return await next();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await next();
                await db.SaveChangesAsync(cancellation);
                return answer;
            }
            catch (Exception failure) when (LostRace.Is(failure))
            {
                if (attempt == Attempts) throw new RuleBroken("changed-meanwhile", "Somebody else changed this at the same moment. Load it again and repeat the step.");
                db.ChangeTracker.Clear();
            }
            await Task.Delay(WaitAfter(attempt), cancellation);
        }
    }

    private static TimeSpan WaitAfter(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(FirstWait * Math.Pow(2, attempt - 1), LongestWait) * Random.Shared.NextDouble());
}
