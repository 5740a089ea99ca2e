using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;

namespace Mentorship.Api.Tests.Architecture;

public partial class NamingTests
{
    /// <summary>What people and the timetable do here. A new verb joins this list and the words of docs/architecture.md together.</summary>
    private static readonly string[] Verbs =
    [
        "Accept", "Add", "Allot", "Answer", "Approve", "Ask", "Block", "Cancel", "Change", "Check", "Climb", "Close", "Come", "Confirm", "Declare", "Decline", "Describe", "Dismiss", "Dispatch", "End",
        "Forget", "Found", "Import", "Invite", "Lapse", "Leave", "Lift", "Offer", "Open", "Pause", "Place", "Propose", "Publish", "Read", "Record", "Refresh", "Report",
        "Reset", "Restore", "Resume", "Rotate", "Say", "Send", "Set", "Share", "Sign", "Take", "Vet", "Withdraw", "Work",
    ];

    private static readonly IReadOnlyList<Type> All =
        [.. new[] { typeof(Program), typeof(MentorshipDb), typeof(Entity) }.SelectMany(t => t.Assembly.GetTypes()).Where(IsWritten)];

    [Fact]
    public void What_changes_something_is_named_by_what_somebody_does() => Assert.DoesNotContain(UseCases(typeof(Program).Assembly.GetTypes()), name => !IsDone(name));

    [Fact]
    public void Each_verb_is_somebody_s() =>
        Assert.Empty(Verbs.Except(UseCases(typeof(Program).Assembly.GetTypes()).Select(name => FirstWord().Match(name).Value)));

    [Theory]
    [InlineData("CreatePairing"), InlineData("UpdateMember"), InlineData("PairingApproval"), InlineData("DeletePlan"), InlineData("Askance")]
    public void Any_other_name_of_a_use_case_is_caught(string name) => Assert.False(IsDone(name));

    [Fact]
    public void Use_cases_are_found() => Assert.Superset(
        new HashSet<string> { "ApprovePairing", "SendNotices" }, UseCases(typeof(Program).Assembly.GetTypes()).ToHashSet());

    [Fact]
    public void Nothing_is_named_by_what_says_nothing() => Assert.DoesNotContain(All.Select(t => t.Name), SaysNothing);

    [Theory]
    [InlineData("PairingService"), InlineData("MailHelper"), InlineData("JobManager"), InlineData("StringUtils"), InlineData("CreatePairingHandler"), InlineData("UpdateMember`1")]
    public void Such_a_name_is_caught(string name) => Assert.True(SaysNothing(name));

    [Theory]
    [InlineData("UpdatedRows"), InlineData("ServiceTerms"), InlineData("Creation")]
    public void A_word_that_only_begins_alike_is_let_through(string name) => Assert.False(SaysNothing(name));

    private static IEnumerable<string> UseCases(IEnumerable<Type> types) =>
        from type in types
        where type.IsAssignableTo(typeof(IBaseRequest)) && type is { IsAbstract: false, IsInterface: false } && (type.IsAssignableTo(typeof(ICommand)) || !IsQuery(type))
        select type.Name;

    private static bool IsQuery(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));

    private static bool IsDone(string name) => Verbs.Contains(FirstWord().Match(name).Value);

    private static bool SaysNothing(string name) => EmptyName().IsMatch(name);

    private static bool IsWritten(Type type) => !type.IsDefined(typeof(CompilerGeneratedAttribute), false) && !type.Name.StartsWith('<');

    [GeneratedRegex("^[A-Z][a-z]*")]
    private static partial Regex FirstWord();

    [GeneratedRegex("^(Create|Update|Delete|Manage|Process)(?![a-z])|(Manager|Service|Helper|Helpers|Util|Utils|Utilities|Info|Data)(`[0-9]+)?$")]
    private static partial Regex EmptyName();
}
