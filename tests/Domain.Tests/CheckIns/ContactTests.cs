using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns;

public class ContactTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 12, 0);

    [Theory]
    [InlineData(RelationshipKind.Sponsor, false), InlineData(RelationshipKind.TemporaryContact, false), InlineData(RelationshipKind.AccountabilityPartner, true)]
    public void A_newcomer_calls_their_mentor_and_of_two_peers_each_the_other_until_it_has_ended(RelationshipKind kind, bool arePeers)
    {
        var pairing = Introduced(kind);
        Assert.Equal(pairing.Mentor, pairing.ContactOf(pairing.Newcomer));
        Assert.Equal(arePeers ? pairing.Newcomer : null, pairing.ContactOf(pairing.Mentor));

        pairing.End(pairing.Newcomer, Now);
        Assert.Null(pairing.ContactOf(pairing.Newcomer));
    }

    private static Pairing Introduced(RelationshipKind kind)
    {
        var request = new MentorRequest(default, MemberId.New(), "aa", kind, Wishes.None, Now);
        var pairing = new Pairing(request, MemberId.New(), 0, "{}", Now);
        pairing.Approve(0, Duration.FromHours(72), Now);
        pairing.Accept(pairing.Mentor, default, Now);
        pairing.Accept(pairing.Newcomer, default, Now);
        return pairing;
    }
}
