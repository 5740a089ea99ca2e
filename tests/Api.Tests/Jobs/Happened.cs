using Microsoft.Data.Sqlite;

namespace Mentorship.Api.Tests.Jobs;

/// <summary>A table of what has happened: as in the service's own, nothing but its key keeps an effect from happening again.</summary>
internal sealed class Happened : IDisposable
{
    private const int Constraint = 19; // SQLITE_CONSTRAINT
    private readonly SqliteConnection rows = new("Data Source=:memory:");
    private readonly Lock turn = new(); // a connection does one thing at a time

    public Happened()
    {
        rows.Open();
        Write("CREATE TABLE Happened (Effect TEXT PRIMARY KEY, Host TEXT)");
    }

    /// <summary>How often the key refused what had happened before.</summary>
    public int Refused { get; private set; }

    /// <summary>False when the key refuses it.</summary>
    public bool Add(string effect, string host)
    {
        lock (turn)
        {
            try
            {
                Write("INSERT INTO Happened VALUES (@effect, @host)", new("@effect", effect), new("@host", host));
                return true;
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode == Constraint)
            {
                Refused++;
                return false;
            }
        }
    }

    public IReadOnlyList<string> Effects => Read("SELECT Effect FROM Happened ORDER BY Effect");

    public IReadOnlyList<string> EffectsOn(string host) =>
        Read("SELECT Effect FROM Happened WHERE Host = @host ORDER BY Effect", new SqliteParameter("@host", host));

    public void Dispose() => rows.Dispose();

    private void Write(string sql, params SqliteParameter[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private List<string> Read(string sql, params SqliteParameter[] values)
    {
        lock (turn)
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var found = new List<string>();
            while (reader.Read()) found.Add(reader.GetString(0));
            return found;
        }
    }

    private SqliteCommand Command(string sql, SqliteParameter[] values)
    {
        var command = new SqliteCommand(sql, rows);
        command.Parameters.AddRange(values);
        return command;
    }
}
