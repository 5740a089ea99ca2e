using Mentorship.Api.Hosting;
using Mentorship.Infrastructure;

namespace Mentorship.Api.Demo;

/// <summary>Development's start: fills the demonstration once, and says in a few lines where everything is.</summary>
internal static class DemoStart
{
    public static async Task PrepareDemo(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.Switch("Demo:Enabled", otherwise: true)) return;
        var samples = Path.Combine(LocalFolders.Root, "samples", "community");
        if (!Directory.Exists(samples)) return;
        var logIns = await new DemoCommunity(app.Services).Fill(samples);
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Lines(ListenedAddress.Of(app.Urls.First()), Path.Combine(LocalFolders.Root, "var"), logIns)));
    }

    /// <summary>Ten of them.</summary>
    public static string Lines(string url, string folder, DemoLogIns logIns) => $"""
        Mentorship is running, in Development. To begin anew, stop it, delete the folder {folder}, and start it again.
          API            {url}/api/v1
          documentation  {url}/docs
          outgoing mail  {Path.Combine(folder, "mail")}, one file for each
          database       {Path.Combine(folder, "mentorship.db")}
          community      {logIns.Community}
          newcomer       {logIns.NewcomerEmail}
          mentor         {logIns.MentorEmail}
          coordinator    {DemoCommunity.CoordinatorEmail}
          password       {DemoCommunity.Password}
        """;
}
