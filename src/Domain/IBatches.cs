namespace Mentorship.Domain;

/// <summary>The port for a command with more rows than one save should hold: batches are saved as they come, in one transaction.</summary>
public interface IBatches
{
    /// <summary>What is saved in between is kept when <paramref name="work"/> ends, and undone whole when it throws.</summary>
    Task<T> InOneTransaction<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation);

    /// <summary>Whether a save would write this row, new or changed.</summary>
    bool IsChanged(Entity entity);

    /// <summary>Saves what was changed since the last batch and lets go of every row, so that the next batch starts small.</summary>
    Task Save(CancellationToken cancellation);

    /// <summary>Lets go of every row without saving.</summary>
    void Drop();
}
