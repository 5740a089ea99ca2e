using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Persistence;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Persistence;

/// <summary>One row of most kinds in one community: an introduced pair with a plan, a check-in, its notices and its audit lines.</summary>
internal sealed record Rows(CommunityId Community, MemberId Mentor, MemberId Newcomer, RequestId Request, PairingId Pairing, PlanId Plan, CheckInId CheckIn)
{
    public static async Task<Rows> In(StoredModel model, string name)
    {
        var community = await model.Community(name);
        return await model.Inside(community, async (MentorshipDb db) => await Fill(db, community));
    }

    private static async Task<Rows> Fill(MentorshipDb db, CommunityId community)
    {
        var mentor = new Member(community, "Mentor A.", Roles.Mentor, new Profile(), StoredModel.Now);
        mentor.OfferToMentor(new MentorOffer { Kinds = Kinds.Sponsor }, StoredModel.Now);
        var newcomer = new Member(community, "Newcomer B.", Roles.Newcomer, new Profile(), StoredModel.Now);
        var request = new MentorRequest(community, newcomer.Id, "aa", RelationshipKind.Sponsor, Wishes.None, StoredModel.Now);
        var pairing = new Pairing(request, mentor.Id, 0, "{}", StoredModel.Now);
        var times = new PlanTimes(Rhythm.Parse("daily"), new LocalTime(12, 0), "Europe/Dublin");
        var plan = new CheckInPlan(community, pairing.Id, newcomer.Id, Layer.Daily, times, StoredModel.Now - Duration.FromDays(1));
        var checkIn = plan.TakeDue(StoredModel.Now)[0];
        db.AddRange(mentor, newcomer, request, pairing, plan, checkIn);
        await db.SaveChangesAsync();
        return new(community, mentor.Id, newcomer.Id, request.Id, pairing.Id, plan.Id, checkIn.Id);
    }
}
