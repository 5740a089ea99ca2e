namespace Mentorship.Domain.Matching;

/// <summary>One mentor for one request, as an allotment or a coordinator puts them together.</summary>
public readonly record struct Placement(RequestId Request, MemberId Mentor);
