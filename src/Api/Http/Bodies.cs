using System.Text.Json.Serialization;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Communities;
using Mentorship.Api.Features.Matching;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Features.Requests;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Features.Webhooks;

namespace Mentorship.Api.Http;

/// <summary>
/// Every body that an endpoint reads, described when the service is built: looked at by reflection, they cost a tenth of each start.
/// What is not named here is looked at when it is first used.
/// </summary>
[JsonSerializable(typeof(AccountsEndpoints.AddressBody))]
[JsonSerializable(typeof(AccountsEndpoints.ConfirmationBody))]
[JsonSerializable(typeof(AccountsEndpoints.ResetBody))]
[JsonSerializable(typeof(AccountsEndpoints.SignUpBody))]
[JsonSerializable(typeof(AccountsEndpoints.TokenBody))]
[JsonSerializable(typeof(AllotmentsEndpoints.LineBody))]
[JsonSerializable(typeof(AllotmentsEndpoints.OrderBody))]
[JsonSerializable(typeof(AllotmentsEndpoints.PublicationBody))]
[JsonSerializable(typeof(BlocksEndpoints.BlockBody))]
[JsonSerializable(typeof(BlocksEndpoints.ConflictBody))]
[JsonSerializable(typeof(CheckInsEndpoints.AnswersBody))]
[JsonSerializable(typeof(CheckInsEndpoints.AudienceBody))]
[JsonSerializable(typeof(InvitationsEndpoints.InvitationAcceptanceBody))]
[JsonSerializable(typeof(InvitationsEndpoints.InvitationBody))]
[JsonSerializable(typeof(MatchingEndpoints.ProposalBody))]
[JsonSerializable(typeof(MembersEndpoints.VettingBody))]
[JsonSerializable(typeof(MyselfEndpoints.ContactBody))]
[JsonSerializable(typeof(NewAsk))]
[JsonSerializable(typeof(NewMember))]
[JsonSerializable(typeof(NoticesEndpoints.NoticesBody))]
[JsonSerializable(typeof(PairingsEndpoints.AcceptanceBody))]
[JsonSerializable(typeof(PairingsEndpoints.ApprovalBody))]
[JsonSerializable(typeof(PairingsEndpoints.NextMeetingBody))]
[JsonSerializable(typeof(PersonalPlanEndpoints.LineAudienceBody))]
[JsonSerializable(typeof(PersonalPlanEndpoints.PlanLinesBody))]
[JsonSerializable(typeof(PlansEndpoints.DaysOffBody))]
[JsonSerializable(typeof(PlansEndpoints.PlanBody))]
[JsonSerializable(typeof(PlansEndpoints.QuietHoursBody))]
[JsonSerializable(typeof(PolicyInput))]
[JsonSerializable(typeof(ProfileInput))]
[JsonSerializable(typeof(ProgressEndpoints.ProgressBody))]
[JsonSerializable(typeof(ProgressEndpoints.ShownBody))]
[JsonSerializable(typeof(ProgressEndpoints.TimeBody))]
[JsonSerializable(typeof(ProgressEndpoints.WorkBody))]
[JsonSerializable(typeof(RequestsEndpoints.AskBody))]
[JsonSerializable(typeof(SessionsEndpoints.RefreshBody))]
[JsonSerializable(typeof(SessionsEndpoints.SignInBody))]
[JsonSerializable(typeof(TogetherEndpoints.CarryOverBody))]
[JsonSerializable(typeof(TogetherEndpoints.ChangedGoalBody))]
[JsonSerializable(typeof(TogetherEndpoints.GoalBody))]
[JsonSerializable(typeof(WebhooksEndpoints.WebhookBody))]
internal sealed partial class Bodies : JsonSerializerContext;
