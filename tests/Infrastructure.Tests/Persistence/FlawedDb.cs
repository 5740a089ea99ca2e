using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>The service's model with one flaw in it, for a check to catch.</summary>
internal sealed class FlawedDb(Action<ModelBuilder> flaw)
    : MentorshipDb(new DbContextOptionsBuilder<FlawedDb>().UseSqlServer("Server=localhost").ReplaceService<IModelCacheKeyFactory, NeverCached>().Options,
        new(), SystemClock.Instance)
{
    public static IModel With(Action<ModelBuilder> flaw)
    {
        using var db = new FlawedDb(flaw);
        return db.Model();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        flaw(builder);
    }

    private sealed class NeverCached : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
}
