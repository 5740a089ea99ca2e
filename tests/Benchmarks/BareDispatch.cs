using System.Data.Common;
using System.Text.RegularExpressions;
using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Engines;
using NodaTime;

namespace Mentorship.Benchmarks;

/// <summary>
/// What the dispatcher is held against: the same claim, the same three rows and the same step of each plan by ADO.NET alone, 500 in a
/// transaction. It knows one rhythm, asks nobody how they wish to be told, and steps over what another holds where the engine can.
/// </summary>
/// <param name="database">Where the plans are.</param>
/// <param name="community">Whose.</param>
/// <param name="byColumns">Each kind of row by one statement, its columns as arrays: PostgreSQL's own way, which no other engine has.</param>
internal sealed class BareDispatch(TestDatabase database, CommunityId community, bool byColumns = false)
{
    private const int BatchSize = 500;

    private readonly string _claim = $"""
        SELECT "Id", "Pairing", "Member", "Layer", "NextDate", "NextDueAt", "Version" FROM "Plans"
        WHERE "CommunityId" = $1 AND "NextDueAt" <= $2 AND ("RetryAt" IS NULL OR "RetryAt" <= $2) ORDER BY "NextDueAt" LIMIT {BatchSize}
        {(database.Engine == Engine.PostgreSql ? "FOR UPDATE SKIP LOCKED" : "")}
        """;

    private static readonly string[] Writes =
    [
        """
        INSERT INTO "CheckIns" ("CommunityId", "Id", "Plan", "Pairing", "Member", "Layer", "ScheduledDate", "DueAt", "AnswerBy",
            "RepeatAt", "State", "IsAtChosenHour", "AnsweredLate", "Version") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'Scheduled', false, false, 0)
        """,
        """
        INSERT INTO "Notices" ("CommunityId", "Id", "Subject", "Recipient", "Kind", "CreatedAt", "NextAttemptAt", "Channel", "IsUrgent",
            "State", "Attempts", "Version") VALUES ($1, $2, $3, $4, $5, $6, $7, 'Email', false, 'Waiting', 0, 0)
        """,
        """
        INSERT INTO "Audit" ("CommunityId", "Id", "Subject", "At", "Code", "Version") VALUES ($1, $2, $3, $4, 'check-in-due', 0)
        """,
        """
        UPDATE "Plans" SET "NextDueAt" = $1, "NextDate" = $2, "LastDate" = $3, "Version" = $4
        WHERE "CommunityId" = $5 AND "Id" = $6 AND "Version" = $7
        """,
    ];

    public async Task Run()
    {
        while (await Batch() == BatchSize)
        {
        }
    }

    private async Task<int> Batch()
    {
        await using var connection = database.Connect();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var now = SystemClock.Instance.GetCurrentInstant();
        var due = await Claim(connection, transaction, now.ToUnixTimeTicks());
        if (byColumns) await ByColumns(connection, transaction, due, now);
        else if (connection.CanCreateBatch) await AtOnce(connection, transaction, due, now);
        else await OneByOne(connection, transaction, due, now);
        await transaction.CommitAsync();
        return due.Count;
    }

    private async Task<List<Due>> Claim(DbConnection connection, DbTransaction transaction, long now)
    {
        await using var claim = connection.CreateCommand();
        (claim.CommandText, claim.Transaction) = (_claim, transaction);
        Give(claim.Parameters, claim.CreateParameter, [community.Value, now]);
        await using var rows = await claim.ExecuteReaderAsync();
        var due = new List<Due>(BatchSize);
        while (await rows.ReadAsync())
            due.Add(new(
                rows.GetGuid(0), rows.GetGuid(1), rows.GetGuid(2), rows.GetString(3), rows.GetFieldValue<DateOnly>(4), rows.GetInt64(5),
                rows.GetInt32(6)));
        return due;
    }

    private async Task AtOnce(DbConnection connection, DbTransaction transaction, List<Due> due, Instant now)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (var values in due.SelectMany(plan => ValuesOf(plan, now)).Index())
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = Writes[values.Index % Writes.Length];
            Give(command.Parameters, command.CreateParameter, values.Item);
            batch.BatchCommands.Add(command);
        }
        if (batch.BatchCommands.Count == 0) return;
        await batch.PrepareAsync(); // four statements, kept with the connection
        await batch.ExecuteNonQueryAsync();
    }

    private async Task ByColumns(DbConnection connection, DbTransaction transaction, List<Due> due, Instant now)
    {
        var rows = due.SelectMany(plan => ValuesOf(plan, now)).Index().ToLookup(v => v.Index % Writes.Length, v => v.Item);
        foreach (var kind in rows)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (OfColumns(kind.Key, kind.First()), transaction);
            Give(command.Parameters, command.CreateParameter, [.. kind.First().Select((_, at) => ColumnOf(kind, at))]);
            await command.PrepareAsync();
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The statement of <see cref="Writes"/>, its values out of the columns of a table of arrays.</summary>
    private static string OfColumns(int write, object[] values)
    {
        var arrays = string.Join(", ", values.Select((value, at) => $"${at + 1}::{TypeOf(value)}[]"));
        var table = $"unnest({arrays}) AS t({string.Join(", ", values.Select((_, at) => $"v{at + 1}"))})";
        var one = Regex.Replace(Writes[write], @"\$(\d+)", "t.v$1");
        return one.Contains("VALUES", StringComparison.Ordinal)
            ? Regex.Replace(one, @"VALUES \((.*)\)", row => $"SELECT {row.Groups[1]} FROM {table}")
            : one.Replace("WHERE \"CommunityId\"", $"FROM {table} WHERE \"CommunityId\"", StringComparison.Ordinal);
    }

    private static string TypeOf(object value) => value switch
    {
        Guid => "uuid",
        long => "bigint",
        int => "integer",
        DateOnly => "date",
        _ => "text",
    };

    private static Array ColumnOf(IEnumerable<object[]> rows, int at)
    {
        object[] values = [.. rows.Select(row => row[at])];
        var column = Array.CreateInstance(values[0].GetType(), values.Length);
        values.CopyTo(column, 0);
        return column;
    }

    private async Task OneByOne(DbConnection connection, DbTransaction transaction, List<Due> due, Instant now)
    {
        var commands = Writes.Select(_ => connection.CreateCommand()).ToArray();
        foreach (var plan in due)
            foreach (var (index, values) in ValuesOf(plan, now).Index())
            {
                var command = commands[index];
                if (command.CommandText == "") (command.CommandText, command.Transaction) = (Writes[index], transaction);
                Give(command.Parameters, command.CreateParameter, values);
                await command.ExecuteNonQueryAsync();
            }
        foreach (var command in commands) await command.DisposeAsync();
    }

    /// <summary>In the order of <see cref="Writes"/>.</summary>
    private IEnumerable<object[]> ValuesOf(Due plan, Instant now)
    {
        var (checkIn, dueAt, at) = (Guid.CreateVersion7(), plan.NextDueAt, now.ToUnixTimeTicks());
        const long Hour = NodaConstants.TicksPerHour;
        yield return
        [
            community.Value, checkIn, plan.Id, plan.Pairing, plan.Member, plan.Layer, plan.NextDate, dueAt,
            dueAt + (20 * Hour), at + (4 * Hour),
        ];
        yield return [community.Value, Guid.CreateVersion7(), checkIn, plan.Member, NoticeKind.CheckInDue.Id(), at, at];
        yield return [community.Value, Guid.CreateVersion7(), checkIn, at];
        yield return
            [dueAt + (24 * Hour), plan.NextDate.AddDays(1), plan.NextDate, plan.Version + 1, community.Value, plan.Id, plan.Version];
    }

    /// <summary>Npgsql counts nameless parameters; SQLite names them, and keeps a command's statement while its values change.</summary>
    private void Give(DbParameterCollection parameters, Func<DbParameter> make, object[] values)
    {
        for (var n = 0; n < values.Length; n++)
        {
            if (parameters.Count == n) parameters.Add(make());
            if (database.Engine == Engine.Sqlite) parameters[n].ParameterName = $"${n + 1}";
            parameters[n].Value = values[n];
        }
    }

    private sealed record Due(Guid Id, Guid Pairing, Guid Member, string Layer, DateOnly NextDate, long NextDueAt, int Version);
}
