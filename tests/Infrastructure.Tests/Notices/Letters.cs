using Mentorship.Infrastructure.Notices.Email;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Notices;

/// <summary>E-mails that the tests send.</summary>
internal static class Letters
{
    internal const string Token = "Zt7bWc0pLr5Vd2sXo8k3Jd9xQm-_AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPp1234";

    internal static readonly Mailbox Sender = new("Notes", "notes@post.example");

    internal static readonly Instant Now = Instant.FromUtc(2026, 1, 2, 3, 4, 5);

    internal static readonly IClock Clock = new StoppedClock(Now);

    internal static readonly EmailMessage Plain = new(
        "0198f-email.1",
        "someone@mail.example",
        "You have a note waiting",
        $"You have a note waiting:\n\nhttps://notes.example/a/{Token}\n",
        new Uri($"https://notes.example/stop/{Token}"));
}
