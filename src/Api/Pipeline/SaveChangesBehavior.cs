using MediatR;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mentorship.Api.Pipeline;

/// <summary>
/// One save for each command, and again from the handler on when somebody else was faster (<see cref="Rounds"/>). Inside a transaction
/// there is one round: to end a deadlock an engine may have undone all of it, so who began the transaction begins it again.
/// </summary>
internal sealed class SaveChangesBehavior<TRequest, TAnswer>(MentorshipDb db) : IPipelineBehavior<TRequest, TAnswer>
{
    public Task<TAnswer> Handle(TRequest request, CancellationToken cancellation, RequestHandlerDelegate<TAnswer> next)
    {
        if (request is not ICommand) return next();
        return db.Database.CurrentTransaction is null ? db.InRounds(Once, cancellation) : Once();

        async Task<TAnswer> Once()
        {
            await using var held = request is IHolding && db.Database.CurrentTransaction is null
                ? await db.Database.BeginTransactionAsync(cancellation) : null;
            var answer = await AsOfNow(next);
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: held is null, cancellation);
            if (held is not null) await Finish(held, cancellation);
            return answer;
        }
    }

    /// <summary>Who is told that somebody was faster may look again in the same scope, and then sees what is there now.</summary>
    private async Task<TAnswer> AsOfNow(RequestHandlerDelegate<TAnswer> next)
    {
        try
        {
            return await next();
        }
        catch (StaleVersion) when (db.Database.CurrentTransaction is null)
        {
            db.ChangeTracker.Clear();
            throw;
        }
    }

    /// <summary>Lets go of the rows, which are many, instead of telling each that it was saved: its transaction was theirs alone.</summary>
    private async Task Finish(IDbContextTransaction held, CancellationToken cancellation)
    {
        await held.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
