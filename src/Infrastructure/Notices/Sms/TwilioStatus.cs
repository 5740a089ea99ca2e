using System.Globalization;

namespace Mentorship.Infrastructure.Notices.Sms;

/// <summary>What the gateway says became of a text that it had taken: the fields <c>MessageStatus</c> and <c>ErrorCode</c>.</summary>
internal static class TwilioStatus
{
    // Ended messages, no mobile, blocked, unknown, a landline. A telephone that is off or a filter that dislikes us is not for good.
    private static readonly int[] ForGood = [21610, 21614, 30004, 30005, 30006];

    /// <summary>Whether it did not arrive and never will. What is on its way is no such thing, nor is a word unknown here.</summary>
    public static bool CameBack(string? status) => status is "undelivered" or "failed";

    /// <summary>0 for none, or for what is no number.</summary>
    public static int CodeOf(string? code) =>
        int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Whether another text to this number would come back too.</summary>
    public static bool IsForGood(int code) => ForGood.Contains(code);
}
