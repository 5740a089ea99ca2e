using MediatR;
using NodaTime;

namespace Mentorship.Api.Jobs;

/// <summary>
/// One job: a name in kebab-case, the interval between its runs, and the command that each run sends.
/// <paramref name="AtUtc"/> is allowed for a daily job only; without it a run comes one interval after the other.
/// In the standard timetable an interval is whole seconds and divides a minute, an hour or a day, because both engines must be able to keep it.
/// </summary>
internal sealed record JobEntry(string Name, Duration Every, Func<IRequest<Unit>> Command, LocalTime? AtUtc = null);
