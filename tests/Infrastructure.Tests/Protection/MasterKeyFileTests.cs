using System.Security.Cryptography;
using Mentorship.Infrastructure.Protection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Tests.Protection;

public sealed class MasterKeyFileTests : IDisposable
{
    private static readonly string Secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string Other = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string FilePath => Path.Combine(_folder, "keys", "master.keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_key_is_current_and_the_others_stay_in_the_ring()
    {
        var keys = LoadLines("# made on 2 January", "", $"2026-01 {Secret}", $"  2025-01   {Other}  ");

        Assert.Equal(["2026-01", "2025-01"], keys.All.Select(key => key.Id));
        Assert.Equal("2026-01", keys.Current.Id);
        Assert.Equal(new MasterKey("2026-01", Convert.FromBase64String(Secret)).DerivedFor("test"), keys.Current.DerivedFor("test"));
    }

    [Fact]
    public void In_development_a_missing_file_is_made_for_its_owner_only_and_read_again_at_the_next_start()
    {
        var first = Load(FilePath, development: true);
        var second = Load(FilePath, development: true);

        Assert.Equal(first.Current.DerivedFor("test"), second.Current.DerivedFor("test"));
        Assert.Equal([FilePath, $"{FilePath}.lock"], Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Order(StringComparer.Ordinal)); // no draft is left
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void Hosts_that_start_together_in_development_agree_on_one_key()
    {
        for (var round = 0; round < 50; round++)
        {
            var path = $"{FilePath}{round}";
            using var together = new Barrier(4);
            var rings = ParallelEnumerable.Range(0, 4).WithDegreeOfParallelism(4).Select(_ =>
            {
                together.SignalAndWait(TimeSpan.FromSeconds(5));
                return Convert.ToHexString(Load(path, development: true).Current.DerivedFor("test"));
            });
            Assert.Single(rings.ToArray().Distinct());
        }
    }

    [Fact]
    public void Elsewhere_a_missing_file_is_not_made()
    {
        AssertMissing(() => Load(FilePath, development: false));
        Assert.False(File.Exists(FilePath));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData(" ", false)]
    public void A_missing_setting_is_named(string? path, bool development) => AssertMissing(() => Load(path, development));

    [Fact]
    public void A_folder_instead_of_a_file_is_refused() => AssertMissing(() => Load(_folder, development: false));

    [Fact]
    public void A_file_without_a_key_is_refused() => AssertMissing(() => LoadLines("# nothing yet"));

    [Fact]
    public void Two_keys_with_one_id_are_refused() => AssertMissing(() => LoadLines($"a {Secret}", $"a {Other}"));

    [Fact]
    public void A_broken_line_is_named_by_its_number_and_not_shown()
    {
        string[] lines =
            [Secret, $"a {Secret[..^4]}", $"a {Secret}AAAA", $"a {Secret[..^1]}", $"a/b {Secret}", $"{new string('a', 33)} {Secret}"];
        foreach (var line in lines)
        {
            var problem = AssertMissing(() => LoadLines($"good {Other}", "", line));
            Assert.Contains("Line 3 ", problem.Message);
            Assert.DoesNotContain(Secret[..8], problem.ToString());
        }
    }

    [Fact]
    public void Without_keys_nothing_that_needs_them_is_made()
    {
        using var services = new ServiceCollection().AddProtection(Configuration(null), development: true).BuildServiceProvider();
        AssertMissing(() => services.GetRequiredService<LinkSigner>());
    }

    [Fact]
    public void Everything_hangs_on_one_ring()
    {
        using var services = new ServiceCollection().AddProtection(Configuration(FilePath), development: true).BuildServiceProvider();

        var token = new LinkSigner(services.GetRequiredService<MasterKeys>()).Sign("answer", [1]);
        Assert.True(services.GetRequiredService<LinkSigner>().TryOpen("answer", token, out _));
        Assert.NotNull(services.GetRequiredService<Vault>());
        Assert.NotNull(services.GetRequiredService<LookupHash>());
    }

    private static IConfiguration Configuration(string? path) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Protection:MasterKeyFile", path)]).Build();

    private static MasterKeys Load(string? path, bool development) => MasterKeyFile.Load(Configuration(path), development);

    private MasterKeys LoadLines(params string[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllLines(FilePath, lines);
        return Load(FilePath, development: false);
    }

    private static MissingSetting AssertMissing(Func<object> act) => AssertMissing(Record.Exception(act)!);

    private static MissingSetting AssertMissing(Exception problem)
    {
        var missing = Assert.IsType<MissingSetting>(problem);
        Assert.Equal("Protection:MasterKeyFile", missing.Setting);
        Assert.Contains(missing.Setting, missing.Message);
        return missing;
    }
}
