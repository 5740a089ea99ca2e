using System.Data.Common;

namespace Mentorship.Engines;

/// <summary>How one engine makes and drops databases; each is named by its connection string.</summary>
internal interface IDatabases
{
    bool CanCopy { get; }

    Task<string> Create();

    /// <summary>Copies a database to which nobody is connected.</summary>
    Task<string> Copy(string template);

    Task Drop(string connectionString);

    DbConnection Connect(string connectionString);
}
