using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>
/// Posts the form <c>To</c>, <c>From</c>, <c>Body</c>, <c>StatusCallback</c> to <c>Accounts/{sid}/Messages.json</c>, signed in with the
/// account's sid and token.
/// </summary>
internal sealed class TwilioGateway : ISmsGateway, IDisposable
{
    private static readonly TimeSpan LongestHandOver = TimeSpan.FromSeconds(10);

    // What Twilio says of one number: not valid, no telephone, cannot be reached from here, has ended messages.
    private static readonly int[] OfNumber = [21211, 21214, 21217, 21219, 21610, 21612, 21614];

    // A region that the account may not write to yet: the operator's to mend, and no trouble of other regions.
    private const int OfRegion = 21408;

    private readonly SmsSettings _settings;
    private readonly HttpClient _http;

    public TwilioGateway(SmsSettings settings)
    {
        _settings = settings;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = LongestHandOver,
            MaxResponseContentBufferSize = 64 * 1024,
        };
        var account = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}"));
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", account);
    }

    public bool IsThere => true;

    public async Task Send(SmsMessage text)
    {
        using var form = new FormUrlEncodedContent(FormOf(text, _settings));
        try
        {
            using var answer = await _http.PostAsync(new Uri(_settings.Url, $"Accounts/{_settings.AccountSid}/Messages.json"), form);
            var said = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode && TwilioAnswer.IsTaken(said)) return;
            var ofUs = !answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.BadRequest;
            throw Failure(answer.StatusCode, ofUs ? 0 : TwilioAnswer.CodeOf(said));
        }
        catch (TaskCanceledException)
        {
            throw new SmsUnavailable("timeout");
        }
        catch (HttpRequestException)
        {
            throw new SmsUnavailable("connection");
        }
    }

    public bool HasSigned(string? signature, Uri address, IEnumerable<KeyValuePair<string, string>> fields) =>
        TwilioSignature.Matches(signature, _settings.AuthToken, address, fields);

    public void Dispose() => _http.Dispose();

    /// <summary>A gateway elsewhere cannot call this machine, and refuses a text that asks it to.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> FormOf(SmsMessage text, SmsSettings settings)
    {
        yield return new("To", text.To);
        yield return new("From", settings.From);
        yield return new("Body", text.Text);
        if (text.Status is { } status && (!status.IsLoopback || settings.Url.IsLoopback))
            yield return new("StatusCallback", status.AbsoluteUri);
    }

    // Anything else, a wrong sender or a lapsed account too, speaks of us: the operator mends that, and the text still goes out.
    private static Exception Failure(HttpStatusCode status, int code) => code switch
    {
        0 => new SmsUnavailable($"http-{(int)status}"),
        _ when OfNumber.Contains(code) => new SmsRefused($"gateway-{code}"),
        _ => new SmsUnavailable($"gateway-{code}", ofChannel: code != OfRegion),
    };
}
