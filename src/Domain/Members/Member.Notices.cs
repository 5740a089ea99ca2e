using NodaTime;

namespace Mentorship.Domain.Members;

/// <summary>By which channels they are told.</summary>
public sealed partial class Member
{
    public void StopEmail()
    {
        if (!EmailNotices) return;
        EmailNotices = false;
        Raise("email-stopped", Id.Value);
    }

    public void StartEmail()
    {
        if (EmailNotices) return;
        EmailNotices = true;
        Raise("email-started", Id.Value);
    }

    /// <summary>They agree to notes at the number with this hash.</summary>
    public void StartSms(byte[] phoneHash, Instant now)
    {
        if (SmsNotices && PhoneHash.AsSpan().SequenceEqual(phoneHash)) return;
        (SmsNotices, SmsAgreedAt, PhoneHash) = (true, now, phoneHash);
        Raise("sms-started", Id.Value);
    }

    /// <summary>They ended texts and ask for them again, by a text from the number that they agreed for.</summary>
    public void ResumeSms(Instant now)
    {
        if (PhoneHash is { } agreed) StartSms(agreed, now);
    }

    public void Heard(Instant now) => TextedAt = now;

    /// <summary>The same number under another key.</summary>
    public void RehashPhone(byte[] phoneHash) => PhoneHash = phoneHash;

    public void StopSms()
    {
        if (!SmsNotices) return;
        SmsNotices = false;
        Raise("sms-stopped", Id.Value);
    }

    /// <summary>They have another number now, or none: texts end, and whoever has the old one does not speak for them.</summary>
    public void LeaveNumber()
    {
        StopSms();
        PhoneHash = null;
    }
}
