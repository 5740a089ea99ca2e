using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Mentorship.Api.Tests.Hosting;

/// <summary>Something else happens once, after somebody has read and decided and before they save what came of it.</summary>
internal sealed class Meanwhile : SaveChangesInterceptor
{
    private Occasion? _next;

    /// <summary>Before the next save that writes a row of this kind.</summary>
    public void Before<T>(Func<Task> work) => _next = new(typeof(T), work);

    /// <summary>Whether it has happened.</summary>
    public bool IsOver => _next is null;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (_next is { } next && next.IsNow(eventData.Context!) && Interlocked.CompareExchange(ref _next, null, next) == next) await next.Work();
        return result;
    }

    private sealed record Occasion(Type Of, Func<Task> Work)
    {
        public bool IsNow(DbContext db) =>
            db.ChangeTracker.Entries().Any(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.GetType() == Of);
    }
}
