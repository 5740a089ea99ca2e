namespace Mentorship.Domain.CheckIns;

/// <summary>Who may see one answer.</summary>
public enum Audience
{
    Me,
    Mentor,
    Coordinator,
}

public static class Audiences
{
    /// <summary>What somebody says of the relationship itself is never shown to the other side of it.</summary>
    public static bool Fits(this Audience audience, Time.Layer layer) => layer != Time.Layer.Monthly || audience != Audience.Mentor;
}

/// <summary>What was said to one question, sealed as one with the member's own key; the question and who may see it stand beside it.</summary>
public sealed class Answer : Entity
{
    private Answer() { }

    public Answer(CheckIn checkIn, string question, Audience audience)
    {
        CommunityId = checkIn.CommunityId;
        Id = AnswerId.New();
        (CheckIn, Member, Question, Audience) = (checkIn.Id, checkIn.Member, question, audience);
    }

    public AnswerId Id { get; private init; }
    public CheckInId CheckIn { get; private set; }
    public MemberId Member { get; private set; }

    /// <summary>Code of the question in <see cref="Questions"/>.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The chosen word, the number or the text: whichever the question asks for.</summary>
    public Sealed Said { get; private set; }

    public Audience Audience { get; private set; }

    public void Say(Sealed said) => Said = said;

    /// <summary>Widens or narrows who may see it, at once.</summary>
    public void ShareWith(Audience audience)
    {
        if (Audience == audience) return;
        Audience = audience;
        Raise("answer-audience-changed", Id.Value);
    }
}
