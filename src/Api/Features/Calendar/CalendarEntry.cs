using NodaTime;

namespace Mentorship.Api.Features.Calendar;

/// <summary>One event of a calendar.</summary>
/// <param name="Uid">The same at every reading.</param>
/// <param name="Sequence">Grows whenever the event is changed, from 0.</param>
/// <param name="At">When it begins.</param>
/// <param name="Length">Whole minutes.</param>
/// <param name="Title">Neutral words.</param>
/// <param name="IsBusy">Whether its time is taken.</param>
internal sealed record CalendarEntry(string Uid, int Sequence, Instant At, Duration Length, string Title, bool IsBusy);
