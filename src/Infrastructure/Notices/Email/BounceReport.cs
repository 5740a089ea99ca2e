using MimeKit;

namespace Mentorship.Infrastructure.Notices.Email;

/// <summary>
/// What a mail server writes back about a mail that another had taken for it (RFC 3464). It is read for one thing: which mail of ours did not
/// arrive.
/// </summary>
public static class BounceReport
{
    /// <summary>
    /// The id that the mail went out under; null for a delay, a delivery, somebody's own words, and whatever else is no such report.
    /// </summary>
    public static async Task<Guid?> Read(Stream mail, CancellationToken cancellation)
    {
        try
        {
            using var message = await MimeMessage.LoadAsync(mail, cancellation);
            return Returned([.. message.BodyParts]);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Guid? Returned(List<MimeEntity> parts)
    {
        if (!parts.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups).Any(HasFailed)) return null;
        var sent = parts.OfType<MessagePart>().Select(part => part.Message?.MessageId).FirstOrDefault(id => id is not null);
        return Guid.TryParse(sent?.Split('@')[0], out var ours) ? ours : null;
    }

    private static bool HasFailed(HeaderList status) => string.Equals(status["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase);
}
