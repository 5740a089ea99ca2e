using Mentorship.Domain.Members;

namespace Mentorship.Api.Features.Accounts;

/// <summary>Roles as the words that the API uses: newcomer, mentor, coordinator.</summary>
internal static class RoleWords
{
    private static readonly (string Word, Roles Role)[] All =
        [("newcomer", Roles.Newcomer), ("mentor", Roles.Mentor), ("coordinator", Roles.Coordinator)];

    public static IReadOnlyList<string> Words(this Roles roles) => [.. All.Where(r => (roles & r.Role) != 0).Select(r => r.Word)];

    public static bool IsRole(string? word) => All.Any(r => r.Word == word);

    public static Roles Parse(IEnumerable<string> words) =>
        words.Aggregate(Roles.None, (roles, word) => roles | All.Single(r => r.Word == word).Role);
}
