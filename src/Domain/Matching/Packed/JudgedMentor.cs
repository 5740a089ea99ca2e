namespace Mentorship.Domain.Matching.Packed;

/// <summary>A mentor by number, and what was found of them for one request.</summary>
internal readonly record struct JudgedMentor(int Mentor, Verdict Verdict);
