using System.Net.Mail;
using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Infrastructure.Tests.Notices;

/// <summary>E-mails that the tests send.</summary>
internal static class Letters
{
    internal const string Token = "Zt7bWc0pLr5Vd2sXo8k3Jd9xQm-_AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPp1234";

    internal static readonly MailAddress Sender = new("notes@post.example", "Notes");

    internal static readonly EmailMessage Plain = new(
        "0198f-email.1",
        "someone@mail.example",
        "You have a note waiting",
        $"You have a note waiting:\n\nhttps://notes.example/a/{Token}\n",
        new Uri($"https://notes.example/stop/{Token}"));
}
