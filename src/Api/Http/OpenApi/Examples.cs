using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Matching;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Requests;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;
using Audience = Mentorship.Domain.CheckIns.Audience;

namespace Mentorship.Api.Http.OpenApi;

/// <summary>One example for each of the main bodies, made of the types themselves so that none can be out of date.</summary>
internal static class Examples
{
    private static readonly Guid Pairing = new("01929f3e-7c00-7000-8000-000000000001");
    private static readonly Guid Request = new("01929f3e-7c00-7000-8000-000000000002");
    private static readonly Guid Newcomer = new("01929f3e-7c00-7000-8000-000000000003");
    private static readonly Guid Mentor = new("01929f3e-7c00-7000-8000-000000000004");
    private static readonly Instant At = Instant.FromUtc(2026, 10, 20, 12, 0);

    private static readonly Wishes Wishes = new() { MentorGenders = ["woman"], AgeFrom = 30, LivedExperience = ["parent"], Musts = Musts.Gender };

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new RequestsEndpoints.AskBody("aa", RelationshipKind.Sponsor, Wishes),
        new RequestView(Request, Newcomer, "aa", RelationshipKind.Sponsor, Wishes, RequestState.Open, At),
        new Page<WaitingRequest>([new(Request, Newcomer, "Mary L.", "aa", RelationshipKind.Sponsor, RequestState.Open, At, NeedsProposal: false)], null),
        new MatchingEndpoints.ProposalBody(Mentor),
        new AllotmentsEndpoints.OrderBody(Objective.MostPeople, Spread: 50, [new(Request, Mentor)]),
        new AllotmentsEndpoints.PublicationBody([Request]),
        new PairingsEndpoints.ApprovalBody("Both asked for each other after a meeting."),
        new PairingsEndpoints.AcceptanceBody(ShareEmail: false, SharePhone: true),
        new PairingView(Pairing, PairingStanding.Introduced, "newcomer", new Words("sponsor", "sponsee", "sponsorship"), "Anne K.",
            new SharedContact(null, "+15550100"), "aa", RelationshipKind.Sponsor, null, At, null, null),
        new PlansEndpoints.PlanBody(Layer.Weekly, "weekly:Sun", "18:30", "Europe/Dublin"),
        new CheckInsEndpoints.AnswersBody([new("today", Choice: "good", Audience: Audience.Mentor), new("week", Text: "Slept better.")]),
    }.ToDictionary(e => e.GetType());

    public static object? Of(Type type) => All.GetValueOrDefault(type);
}
