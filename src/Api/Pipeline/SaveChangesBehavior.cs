using MediatR;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Pipeline;

/// <summary>
/// One save for each command. When somebody else changed the same row in between, the handler runs again on fresh rows,
/// so that it decides on what is true now; after five times the caller is told to try again.
/// </summary>
internal sealed class SaveChangesBehavior<TRequest, TAnswer>(MentorshipDb db) : IPipelineBehavior<TRequest, TAnswer>
{
    private const int Attempts = 5;

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
            catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || UniqueViolation.Is(failure))
            {
                if (attempt == Attempts) throw new RuleBroken("changed-meanwhile", "Somebody else changed this at the same moment. Load it again and repeat the step.");
                db.ChangeTracker.Clear();
            }
        }
    }
}
