using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

/// <summary>One newcomer and one mentor who suit each other in every way; a test changes one thing.</summary>
internal sealed record Scene
{
    public static readonly CommunityId Community = CommunityId.New();
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 1, 12, 0);

    public static readonly Profile Usual = new()
    {
        Gender = "woman",
        BirthYear = 1980,
        Languages = ["en"],
        ZoneId = "Europe/London",
        Availability = WeeklyAvailability.Parse("Mon 18:00-21:00"),
        Modes = MeetingModes.Video,
        Place = new Place(51.5, -0.1),
        MaxDistanceKm = 25,
        RecoverySince = new LocalDate(2020, 1, 1),
        Pathways = ["aa"],
    };

    public Profile Newcomer { get; init; } = Usual;
    public Profile Mentor { get; init; } = Usual;

    public MentorOffer Offer { get; init; } = new()
    {
        Kinds = Kinds.Sponsor | Kinds.TemporaryContact | Kinds.AccountabilityPartner,
        HasOwnMentor = true,
        ProgrammeWorked = true,
    };

    public string Pathway { get; init; } = "aa";
    public RelationshipKind Kind { get; init; } = RelationshipKind.Sponsor;
    public Wishes Wishes { get; init; } = Wishes.None;
    public Policy Policy { get; init; } = Policy.Default;

    /// <summary>What else happens to the mentor before the two are judged.</summary>
    public Action<Member> Then { get; init; } = _ => { };

    /// <summary>What went before between the two, in these states and for this request.</summary>
    public IReadOnlyList<PairingState> Before { get; init; } = [];

    /// <summary>Offers of the past year to the mentor, and how many of them they answered; null when there was none.</summary>
    public (int Offers, int Answered)? Asked { get; init; }

    public bool MentorHasAccount { get; init; } = true;
    public bool NewcomerHasAccount { get; init; } = true;
    public bool AreSeparatedByMentor { get; init; }
    public bool AreSeparatedByNewcomer { get; init; }

    /// <summary>Both on another pathway.</summary>
    public Scene On(string pathway, RelationshipKind kind = RelationshipKind.Sponsor) =>
        this with { Pathway = pathway, Kind = kind, Newcomer = Newcomer with { Pathways = [pathway] }, Mentor = Mentor with { Pathways = [pathway] } };

    public Scene Wishing(Wishes wishes) => this with { Wishes = wishes };

    public IReadOnlyList<string> Codes => [.. Judge().Exclusions.Select(exclusion => exclusion.Code)];

    public FitPart? Part(string factor) => Judge().Fit!.Parts.SingleOrDefault(part => part.Name == factor);

    public Candidate Judge()
    {
        var (newcomer, mentor) = (NewMember(Newcomer), NewMentor(Mentor, Offer));
        if (NewcomerHasAccount) newcomer.Link(AccountId.New());
        if (MentorHasAccount) mentor.Link(AccountId.New());
        Then(mentor);
        var ask = NewAsk(newcomer, Pathway, Kind, Wishes);
        KnownPairing[] pairings = [.. Before.Select(state => new KnownPairing(ask.Request.Id, mentor.Id, newcomer.Id, Pathway, Kind, state))];
        List<Separation> separations = [];
        if (AreSeparatedByMentor) separations.Add(new(mentor.Id, newcomer.Id));
        if (AreSeparatedByNewcomer) separations.Add(new(newcomer.Id, mentor.Id));
        var rows = new BoardRows(Policy, 7, Now, [ask], [mentor], pairings, separations)
        {
            Offers = Asked is var (offers, answered) ? [new(mentor.Id, offers, answered)] : [],
        };
        return new MatchingBoard(rows).Judge(ask.Request.Id, mentor.Id);
    }

    public static Member NewMember(Profile profile) => new(Community, "A.", Roles.Newcomer, profile, Now);

    public static Member NewMentor(Profile profile, MentorOffer offer)
    {
        var member = new Member(Community, "B.", Roles.None, profile, Now);
        member.OfferToMentor(offer, Now);
        member.Vet(new LocalDate(2026, 1, 1));
        return member;
    }

    public static Ask NewAsk(Member newcomer, string pathway, RelationshipKind kind, Wishes wishes, Instant? at = null) =>
        new(new MentorRequest(newcomer.CommunityId, newcomer.Id, pathway, kind, wishes, at ?? Now), newcomer);
}
