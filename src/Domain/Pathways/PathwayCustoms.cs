namespace Mentorship.Domain.Pathways;

/// <summary>What is usual on a pathway and asked of nobody.</summary>
/// <param name="TemporaryPlan">Id of the pathway's own plan for a temporary contact, such as <c>twelve-sessions</c>.</param>
/// <param name="Contact">The rhythm of contact.</param>
/// <param name="TeamTool">Id of work done by a small team and never by the mentor alone, such as <c>pressure-relief</c>.</param>
/// <param name="GroupSize">The size of its small groups.</param>
public sealed record PathwayCustoms(
    TemporaryContacts TemporaryContacts,
    string? TemporaryPlan,
    ContactCustom? Contact,
    string? TeamTool,
    SizeRange? GroupSize);
