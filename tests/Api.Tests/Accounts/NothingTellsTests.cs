using System.Text;
using Mentorship.Engines;

namespace Mentorship.Api.Tests.Accounts;

/// <summary>Drives every path of accounts with words that can be recognised, and looks for them where they must not be.</summary>
public sealed class NothingTellsTests : IDisposable
{
    private static readonly string[] Markers = ["markeraddress", "markerinvited", "marker-words", "Markername"];
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("mentorship-test-").FullName, "test.db");
    private readonly AccountHost _host;

    public NothingTellsTests() => _host = new AccountHost(connection: $"Data Source={_file}");

    [Fact]
    public async Task No_address_password_name_or_token_is_logged()
    {
        var secrets = await new AccountTour(_host).Drive();
        Assert.NotEmpty(_host.Log.All);
        foreach (var secret in Markers.Concat(secrets))
            Assert.DoesNotContain(_host.Log.All, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_address_password_or_token_is_in_the_database_s_file()
    {
        var secrets = await new AccountTour(_host).Drive();
        var bytes = string.Concat(Directory.GetFiles(Path.GetDirectoryName(_file)!, "test.db*").Select(Contents));
        Assert.Contains("Riverside", bytes); // what is not sealed is found this way
        foreach (var secret in Markers.Where(m => m != "Markername").Concat(secrets))
            Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("marker.example", bytes, StringComparison.OrdinalIgnoreCase);
    }

    [PostgreSqlFact]
    public async Task Every_path_holds_on_PostgreSQL_too()
    {
        await using var database = await TestDatabase.New(Engine.PostgreSql);
        using var host = new AccountHost(engine: "postgresql", connection: database.ConnectionString);
        await new AccountTour(host).Drive();
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private static string Contents(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
