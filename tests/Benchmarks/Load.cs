using System.Diagnostics;
using System.Net.Http.Headers;

namespace Mentorship.Benchmarks;

/// <summary>Sixteen connections over loopback, from this process; each sends its next request when the last is answered.</summary>
internal sealed class Load(Uri address) : IDisposable
{
    private const int Connections = 16;

    private readonly HttpClient[] _clients =
        [.. Enumerable.Range(0, Connections).Select(_ => new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false }) { BaseAddress = address })];

    public HttpClient One => _clients[0];

    /// <summary>Sends requests 0 to <paramref name="count"/> - 1; answers requests a second.</summary>
    public async Task<double> Send(int count, Func<int, HttpRequestMessage> request)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(_clients.Select(client => Task.Run(() => Work(client))));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;

        async Task Work(HttpClient client)
        {
            for (int number; (number = Interlocked.Increment(ref next)) < count;)
            {
                using var answer = await client.SendAsync(request(number));
                if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    public static HttpRequestMessage Request(HttpMethod method, string path, string token, HttpContent? body = null) =>
        new(method, path) { Content = body, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
    }
}
