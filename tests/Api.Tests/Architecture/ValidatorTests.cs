using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Http;
using Mentorship.Domain;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>What somebody can write wrongly is judged before the use case sees it.</summary>
public class ValidatorTests
{
    /// <summary>Requests that hold something that could be wrong and have no validator, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Unjudged = new Dictionary<string, string>
    {
        ["CheckPassword"] = "whatever is off is answered like a wrong password, so that nothing is learnt from it",
        ["SignIn"] = "as above",
        ["RefreshSession"] = "a token that is none is answered like one that is over",
        ["ConfirmContact"] = "as above",
        ["ReadInvitation"] = "as above",
        ["ImportMentors"] = "each line of the file is judged, and answered with its number and column",
        ["ImportNewcomers"] = "as above",
        ["PublishAllotment"] = "ids: one that is no line of the draft is not found",
        ["ReadPathway"] = "one that is unknown is not found",
        ["AskedCheckIn"] = "codes of a form that was sent: one that no question has shows nothing",
        ["MembersAtNumber"] = "a number as the gateway signed it: one that is unknown finds nobody",
        ["TakeBackNotice"] = "as above",
        ["VetMentor"] = "its handler judges the day, by the clock of the community",
        ["ProposeNext"] = "as many as the timetable says",
        ["RotateMemberKeys"] = "ids that the service itself has read",
        ["RotateAccountKeys"] = "as above",
    };

    private static readonly IReadOnlyList<Type> All = typeof(Program).Assembly.GetTypes();

    private static readonly IReadOnlyList<Type> Requests =
        [.. All.Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IBaseRequest)))];

    [Fact]
    public void Every_request_with_input_has_a_validator_or_is_listed_with_a_reason()
    {
        var bare = Requests.Where(r => Inputs(r).Any() && !IsJudged(r)).Select(r => r.Name).ToList();
        Assert.Empty(bare.Except(Unjudged.Keys));
        Assert.Empty(Unjudged.Keys.Except(bare));
    }

    [Fact]
    public void A_request_with_input_and_no_validator_is_caught()
    {
        Assert.Equal(["Text", "Marks"], Inputs(typeof(Unheard)));
        Assert.False(IsJudged(typeof(Unheard)));
    }

    [Fact]
    public void Requests_and_their_validators_are_found() => Assert.True(Requests.Count(IsJudged) > 20);

    /// <summary>
    /// Ids, actors, versions, switches and words of a list cannot be malformed once they are read; the place in a list and its length are
    /// bounded where they are read, and how much is done at once is the timetable's.
    /// </summary>
    private static IEnumerable<string> Inputs(Type request) =>
        request.GetProperties()
            .Where(p => IsInput(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType, p.Name)).Select(p => p.Name);

    private static bool IsInput(Type type, string name) => name is not ("IfVersion" or "Limit" or "BatchSize" or "Most")
        && type != typeof(Actor) && type != typeof(Cursor) && type != typeof(ConcernCursor)
        && type != typeof(bool) && type != typeof(Guid) && !type.IsEnum && !IsId(type);

    private static bool IsId(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static bool IsJudged(Type request) =>
        All.Any(t => !t.IsAbstract && t.IsAssignableTo(typeof(IValidator<>).MakeGenericType(request)));

    private sealed record Unheard(Actor Actor, MemberId Member, string Text, IReadOnlyList<int> Marks, bool Sure, int? IfVersion) : IRequest<int>;
}
