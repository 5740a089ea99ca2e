using MediatR;
using Mentorship.Infrastructure.Persistence;

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
            var answer = await next();
            await db.SaveChangesAsync(cancellation);
            if (held is not null) await held.CommitAsync(cancellation);
            return answer;
        }
    }
}
