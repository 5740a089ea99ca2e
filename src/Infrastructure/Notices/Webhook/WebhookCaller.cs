using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Mentorship.Infrastructure.Notices.Webhook;

/// <summary>
/// Posts to addresses that strangers chose: to the open Internet alone, by the very address that was looked at, without a proxy, a cookie,
/// a redirect or a long wait, and without reading what is answered. <paramref name="anywhere"/> is for Development.
/// </summary>
internal sealed class WebhookCaller(bool anywhere) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, anywhere, cancellation),
    })
    { Timeout = TimeSpan.FromSeconds(10) };

    public async Task Post(WebhookCall call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Url);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(call.Body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", call.Id);
        request.Headers.Add("webhook-timestamp", $"{call.Timestamp}");
        request.Headers.Add("webhook-signature", call.Signature);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode == HttpStatusCode.Gone) throw new WebhookRefused("http-410");
            if (!answer.IsSuccessStatusCode) throw new WebhookUnavailable($"http-{(int)answer.StatusCode}");
        }
        catch (TaskCanceledException)
        {
            throw new WebhookUnavailable("timeout");
        }
        catch (HttpRequestException)
        {
            throw new WebhookUnavailable("connection");
        }
    }

    public void Dispose() => _http.Dispose();

    // Looked at here and not when the address is set: a name may point elsewhere a moment later.
    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool anywhere, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var allowed = anywhere ? addresses : [.. addresses.Where(PublicAddress.Is)];
        if (allowed.Length == 0) throw new HttpRequestException("The name has no address of the open Internet.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
