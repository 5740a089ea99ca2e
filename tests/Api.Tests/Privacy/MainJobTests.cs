using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Api.Tests.Accounts;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Api.Tests.Privacy;

/// <summary>The whole main job is driven once, everything being logged that can be; then nothing of it may stand where operators and strangers look.</summary>
public sealed partial class MainJobTests(MainJobTests.Done done) : IClassFixture<MainJobTests.Done>
{
    [Fact]
    public void No_line_of_the_log_at_any_level_holds_anything_about_a_person()
    {
        Assert.Contains(done.Host.Log.All, line => line.StartsWith("Trace", StringComparison.Ordinal));
        Assert.Contains(done.Host.Log.All, line => line.Contains("Microsoft.EntityFrameworkCore.Database.Command", StringComparison.Ordinal));
        AssertNothingIn(done.Host.Log.All);
    }

    [Fact]
    public void No_line_that_production_logs_holds_a_telling_word()
    {
        var lines = done.Host.Log.All.Where(ProductionLog.Has).ToList();
        Assert.Contains(lines, line => line.Contains(" Mentorship.", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Microsoft.EntityFrameworkCore.Database.Command", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Empty(TellingWords.FindIn(line)));
    }

    [Fact]
    public void No_link_in_a_mail_no_Location_and_no_redirect_does()
    {
        var links = done.Host.Mail.All.SelectMany(m => Links().Matches($"{m.Body} {m.OneClickUnsubscribe}")).Select(m => m.Value).ToList();
        foreach (var path in (string[])["/c/", "/n/", "/i/"]) Assert.Contains(links, link => link.Contains(path, StringComparison.Ordinal));
        Assert.Contains(done.Job.Addresses, address => address.Contains("/pairings/", StringComparison.Ordinal));
        Assert.Contains("/notes", done.Job.Addresses);
        AssertNothingIn(links.Concat(done.Job.Addresses));
        Assert.All(links, link => Assert.Empty(TellingWords.FindIn(link)));
    }

    [Fact]
    public void Nothing_that_a_job_is_given_does()
    {
        Assert.Contains(done.Jobs.All, given => given.StartsWith("DispatchCheckIns", StringComparison.Ordinal));
        AssertNothingIn(done.Jobs.All);
    }

    [Fact]
    public void No_mail_does() => AssertNothingIn(done.Host.Mail.All.Select(m => $"{m.MessageId} {m.Subject} {m.Body}"));

    [Fact]
    public async Task No_row_of_the_audit_trail_and_no_notice_does()
    {
        var rows = await done.Host.Read(async db => new object[]
        {
            await db.Audit.IgnoreQueryFilters([MentorshipDb.CommunityFilter]).ToListAsync(), await db.Notices.IgnoreQueryFilters([MentorshipDb.CommunityFilter]).ToListAsync(),
        });
        var written = rows.Select(r => JsonSerializer.Serialize(r)).ToList();
        Assert.Contains("contact-asked-for", written[0]);
        AssertNothingIn(written);
    }

    [Fact]
    public void What_is_sealed_does_not_stand_in_the_database_s_file()
    {
        var bytes = done.FileContents();
        Assert.Contains("Zmarkermentor A.", bytes); // what is not sealed is found this way
        foreach (var mark in MainJob.SealedMarks) Assert.DoesNotContain(mark, bytes, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();

    private static void AssertNothingIn(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        Assert.NotEmpty(all);
        foreach (var mark in MainJob.Marks) Assert.DoesNotContain(all, text => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The job, done once for every test of the class.</summary>
    public sealed class Done : IAsyncLifetime
    {
        private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("mentorship-test-").FullName, "test.db");

        public Done() => (Host, Job) = (new Watched($"Data Source={_file}", Jobs), null!);

        internal AccountHost Host { get; }

        internal MainJob Job { get; private set; }

        internal SentByJobs Jobs { get; } = new();

        public Task InitializeAsync() => (Job = new MainJob(Host, Jobs)).Drive();

        public Task DisposeAsync()
        {
            Host.Dispose();
            Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
            return Task.CompletedTask;
        }

        internal string FileContents() => string.Concat(Directory.GetFiles(Path.GetDirectoryName(_file)!, "test.db*").Select(Contents));

        private static string Contents(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    private sealed class Watched(string connection, SentByJobs jobs) : AccountHost(AllLevels, connection: connection)
    {
        private static readonly Dictionary<string, string> AllLevels = new[]
        {
            "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Model", "Microsoft.Hosting.Lifetime", "Quartz",
        }.ToDictionary(category => $"Logging:LogLevel:{category}", _ => "Trace");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => SentByJobs.Record(services, jobs));
        }
    }
}
