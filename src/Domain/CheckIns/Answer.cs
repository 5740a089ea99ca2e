namespace Mentorship.Domain.CheckIns;

/// <summary>Who may see one answer.</summary>
public enum Audience
{
    Me,
    Mentor,
    Coordinator,
}

/// <summary>What was said to one question; free text is sealed with the member's own key.</summary>
public sealed class Answer : Entity
{
    private Answer() { }

    public Answer(CheckIn checkIn, string question, string? choice, int? number, Audience audience)
    {
        CommunityId = checkIn.CommunityId;
        Id = AnswerId.New();
        (CheckIn, Member, Question, Choice, Number, Audience) = (checkIn.Id, checkIn.Member, question, choice, number, audience);
    }

    public AnswerId Id { get; private init; }
    public CheckInId CheckIn { get; private set; }
    public MemberId Member { get; private set; }

    /// <summary>Code of the question in <see cref="Questions"/>.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Code of the chosen word, for questions that offer words.</summary>
    public string? Choice { get; private set; }

    /// <summary>0 to 10, for questions on a scale.</summary>
    public int? Number { get; private set; }

    public Sealed? Text { get; private set; }
    public Audience Audience { get; private set; }

    public void Say(Sealed text) => Text = text;

    /// <summary>Widens or narrows who may see it, at once.</summary>
    public void ShareWith(Audience audience)
    {
        if (Audience == audience) return;
        Audience = audience;
        Raise("answer-audience-changed", Id.Value);
    }

    public bool IsVisibleToMentor => Audience is not Audience.Me;
}
