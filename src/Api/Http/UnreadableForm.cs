namespace Mentorship.Api.Http;

/// <summary>A form that breaks off, has no boundary, or holds more or longer fields than are taken.</summary>
internal static class UnreadableForm
{
    public const string Sentence = "The form could not be read.";

    /// <summary>The server's own refusals (too large, too slow) have a status of their own.</summary>
    public static bool Is(Exception failure) => failure is InvalidDataException or (IOException and not BadHttpRequestException);
}
