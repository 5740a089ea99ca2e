using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mentorship.Api.Tests.Texts;

/// <summary>
/// A gateway on loopback that speaks as Twilio does, and keeps the texts; a test can make it refuse, and <see cref="TextsHost"/> call back.
/// </summary>
public sealed class TextGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string To, string From, string Body)> _taken = new();

    private TextGateway(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public IReadOnlyList<(string To, string From, string Body)> Taken => [.. _taken];

    public List<string?> SignedInAs { get; } = [];

    /// <summary>Where it was asked to say what became of each that it took, in their order.</summary>
    public List<Uri> Statuses { get; } = [];

    /// <summary>The status that is answered, and the gateway's own code in the body.</summary>
    public (int Status, int Code) Answer { get; set; } = (201, 0);

    /// <summary>The whole body, in place of what Twilio says with that status.</summary>
    public string? Says { get; set; }

    public int Asked { get; private set; }

    /// <summary>What happens once it has taken a text and before it says so.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public static async Task<TextGateway> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var gateway = new TextGateway(builder.Build());
        gateway._app.MapPost("/Accounts/{sid}/Messages.json", gateway.Take);
        await gateway._app.StartAsync();
        gateway.Url = $"{gateway._app.Urls.First()}/";
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        Asked++;
        SignedInAs.Add(context.Request.Headers.Authorization);
        var form = await context.Request.ReadFormAsync();
        if (Answer.Status == 201)
        {
            _taken.Enqueue((form["To"]!, form["From"]!, form["Body"]!));
            Statuses.Add(new Uri(form["StatusCallback"]!));
            await Meanwhile();
        }
        context.Response.StatusCode = Answer.Status;
        await context.Response.WriteAsync(Says ?? (Answer.Status == 201
            ? """{"sid": "SM1", "status": "queued", "error_code": null}"""
            : $$"""{"code": {{Answer.Code}}, "message": "about this number"}"""));
    }
}
