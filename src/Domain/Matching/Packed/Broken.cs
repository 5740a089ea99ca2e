namespace Mentorship.Domain.Matching.Packed;

/// <summary>The hard rules that a pair breaks, a bit each, in the order of <see cref="Eligibility"/>: the lowest is the first.</summary>
[Flags]
internal enum Broken : uint
{
    None = 0,
    PairSelf = 1 << 0,
    OtherCommunity = 1 << 1,
    Separated = 1 << 2,
    AlreadyOffered = 1 << 3,
    AlreadyPaired = 1 << 4,
    NewcomerHasMentor = 1 << 5,
    NotAMentor = 1 << 6,
    MentorNotVetted = 1 << 7,
    MentorPaused = 1 << 8,
    MentorNotConfirmed = 1 << 9,
    MentorFull = 1 << 10,
    KindNotOffered = 1 << 11,
    AudienceNotShared = 1 << 12,
    PathwayNotShared = 1 << 13,
    NormKindOffered = 1 << 14,
    NormTimeInRecovery = 1 << 15,
    NormProgrammeWorked = 1 << 16,
    NormOwnMentor = 1 << 17,
    NormGender = 1 << 18,
    NormWomenOnly = 1 << 19,
    WishGender = 1 << 20,
    WishAge = 1 << 21,
    WishLivedExperience = 1 << 22,
    WishOrientation = 1 << 23,
    WishFirstLanguage = 1 << 24,
    MentorGenderComfort = 1 << 25,
    NoSharedLanguage = 1 << 26,
    NoSharedMode = 1 << 27,
    TooFar = 1 << 28,
    TooLittleTime = 1 << 29,

    /// <summary>No rule: the pair was dismissed for this request before, and is not proposed again unasked.</summary>
    DismissedBefore = 1u << 31,
}
