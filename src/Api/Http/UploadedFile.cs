using Microsoft.AspNetCore.Http.Features;

namespace Mentorship.Api.Http;

/// <summary>The one file in a request: its body, or the only file of its form. Kept in memory, as it may hold addresses; over 20 MB is 413.</summary>
internal static class UploadedFile
{
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostBytesOfRequest = MostBytes + FormAround;
    private const int FormAround = 64 * 1024;

    public static async Task<ReadOnlyMemory<byte>> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType) return await Read(request.Body, request.ContentLength, cancellation);
        if (request.ContentLength > MostBytesOfRequest) throw TooLarge();
        var form = await ReadForm(request, cancellation);
        if (form.Files is not [var file]) throw new BadHttpRequestException("The form must hold one file.");
        await using var content = file.OpenReadStream();
        return await Read(content, file.Length, cancellation);
    }

    private static async Task<IFormCollection> ReadForm(HttpRequest request, CancellationToken cancellation)
    {
        // Below the threshold nothing of the form is written to a temporary file.
        var inMemory = new FormOptions { MultipartBodyLengthLimit = MostBytes, MemoryBufferThreshold = MostBytes + 1 };
        try
        {
            return await request.ReadFormAsync(inMemory, cancellation);
        }
        catch (InvalidDataException broken) when (broken.Message.Contains("length limit", StringComparison.Ordinal))
        {
            throw TooLarge();
        }
        catch (Exception failure) when (UnreadableForm.Is(failure))
        {
            throw new BadHttpRequestException(UnreadableForm.Sentence);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Read(Stream body, long? length, CancellationToken cancellation)
    {
        if (length > MostBytes) throw TooLarge();
        using var kept = new MemoryStream((int)(length ?? 0));
        var part = new byte[81920];
        while (await body.ReadAsync(part, cancellation) is > 0 and var read)
        {
            if (kept.Length + read > MostBytes) throw TooLarge();
            kept.Write(part, 0, read);
        }
        return kept.ToArray();
    }

    private static BadHttpRequestException TooLarge() => new("The file is too large.", StatusCodes.Status413PayloadTooLarge);
}
