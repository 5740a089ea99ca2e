using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mentorship.Api.Tests.Webhooks;

/// <summary>A community's own tool on loopback: keeps what it is told, and answers as a test wants.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/inbox";

    public IReadOnlyList<Received> All => [.. _received];

    public int Status { get; set; } = 204;

    /// <summary>Done before it answers, as while time passes.</summary>
    public Action BeforeItAnswers { get; set; } = () => { };

    public static async Task<WebhookReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.MapPost("/{**path}", receiver.Take);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var headers = context.Request.Headers;
        _received.Enqueue(new(context.Request.Path, headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, body));
        BeforeItAnswers();
        context.Response.StatusCode = Status;
        if (Status is >= 300 and < 400) context.Response.Headers.Location = "/elsewhere";
    }
}

/// <summary>One message as it came in.</summary>
public sealed record Received(string Path, string Id, string Timestamp, string Signature, string Body);
