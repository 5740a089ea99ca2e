using System.Text.RegularExpressions;
using Mentorship.Domain.Notices;

namespace Mentorship.Api.VirtualTime;

/// <summary>Reads every log line, whoever writes it, for telling words and addresses.</summary>
internal sealed partial class ReadLog : ILoggerProvider, ILogger
{
    private readonly Lock _lock = new();

    public List<string> Broken { get; } = [];

    public int Lines { get; private set; }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception) + exception;
        lock (_lock)
        {
            Lines++;
            if (TellsTooMuch(line)) Broken.Add($"a log line of {eventId.Name ?? "the service"} tells too much");
        }
    }

    public void Dispose()
    {
    }

    private static bool TellsTooMuch(string line) => Address().IsMatch(line) || Saying.IsIn(line) || TellingWords.FindIn(line).Count > 0;

    [GeneratedRegex(@"\w@\w")]
    private static partial Regex Address();
}
