namespace Mentorship.Domain.Notices;

/// <summary>A way by which something leaves the service. The inbox in the app is always there, and is none of these.</summary>
public enum Channel
{
    Email,

    /// <summary>A short message to a telephone.</summary>
    Sms,
}
