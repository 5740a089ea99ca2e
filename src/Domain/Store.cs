namespace Mentorship.Domain;

/// <summary>The port through which a use case loads and adds aggregates of one community; a row of another community is <see cref="NotFound"/>.</summary>
public interface IStore<TEntity, TId>
{
    Task<TEntity> Get(TId id, CancellationToken cancellation);

    void Add(TEntity entity);
}
