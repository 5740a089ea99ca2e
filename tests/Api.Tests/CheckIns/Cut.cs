using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mentorship.Api.Tests.CheckIns;

/// <summary>Cuts work off at one of the points at which a process may die: before a write, before a commit, after it.</summary>
internal sealed class Cut : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int _left = int.MaxValue;

    /// <summary>The next work is cut off when it has passed so many points.</summary>
    public void At(int point) => (_left, IsCommitted) = (point, false);

    /// <summary>Whether the work came to its commit.</summary>
    public bool IsCommitted { get; private set; }

    public void Never() => _left = int.MaxValue;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.SaveChanges) Pass();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Pass();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        IsCommitted = true;
        Pass();
        return Task.CompletedTask;
    }

    // EF hands this kind of failure on as it is.
    private void Pass()
    {
        if (_left-- == 0) throw new OperationCanceledException("Cut off.");
    }
}
