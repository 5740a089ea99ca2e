using Mentorship.Infrastructure.Notices.Email;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class FolderTransportTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"mail-{Guid.NewGuid():N}");

    private FolderTransport At(Instant now) => new(folder, Letters.Sender, new StoppedClock(now));

    private static readonly Instant Now = Instant.FromUtc(2026, 1, 2, 3, 4, 5) + Duration.FromMilliseconds(678);

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_email_becomes_one_file_named_by_its_time_and_message_id()
    {
        await At(Now).Send(Letters.Plain, CancellationToken.None);

        var file = Assert.Single(Directory.GetFileSystemEntries(folder));
        Assert.Equal("20260102T030405.678Z-0198f-email.1.eml", Path.GetFileName(file));
        var written = new ReceivedMessage(await File.ReadAllTextAsync(file));
        Assert.Equal("You have a note waiting", written.Field("Subject"));
        Assert.Equal("<0198f-email.1@post.example>", written.Field("Message-ID"));
        Assert.Equal("someone@mail.example", written.Field("To"));
        Assert.Contains($"https://notes.example/a/{Letters.Token}\r\n", written.Body);
    }

    [Fact]
    public async Task A_second_sending_is_a_second_file()
    {
        await At(Now).Send(Letters.Plain, CancellationToken.None);
        await At(Now + Duration.FromMinutes(1)).Send(Letters.Plain, CancellationToken.None);

        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task Many_at_once_are_each_written_whole()
    {
        var transport = At(Now);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            transport.Send(Letters.Plain with { MessageId = $"note-{number}" }, CancellationToken.None)));

        Assert.Equal(50, Directory.GetFileSystemEntries(folder, "*.eml").Length);
        Assert.Equal(50, Directory.GetFileSystemEntries(folder).Length);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_unavailable()
    {
        await File.WriteAllTextAsync(folder, "a file stands in the way");

        try
        {
            await Assert.ThrowsAsync<EmailUnavailable>(() => At(Now).Send(Letters.Plain, CancellationToken.None));
        }
        finally
        {
            File.Delete(folder);
        }
    }
}
