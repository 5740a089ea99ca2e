namespace Mentorship.Domain.Members;

/// <summary>The calendar that a member may read in a program of their own.</summary>
public sealed partial class Member
{
    /// <summary>What the link of the calendar names; null while there is none.</summary>
    public Guid? CalendarFeed { get; private set; }

    /// <summary>Makes the calendar, or makes it anew: a link of before leads nowhere.</summary>
    public Guid OpenCalendar()
    {
        var feed = Guid.NewGuid();
        CalendarFeed = feed;
        Raise("calendar-opened", Id.Value);
        return feed;
    }

    public void CloseCalendar()
    {
        if (CalendarFeed is null) return;
        CalendarFeed = null;
        Raise("calendar-closed", Id.Value);
    }
}
