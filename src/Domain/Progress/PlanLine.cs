namespace Mentorship.Domain.Progress;

/// <summary>One line of a personal plan, and who may see it.</summary>
public sealed record PlanLine(Guid Id, PlanSection Section, string Text, Shown Shown);

/// <summary>A line as its member wants it from now on; without an id it is a new one.</summary>
public sealed record WantedLine(Guid? Id, PlanSection Section, string Text);
