using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace Mentorship.Domain.Time;

/// <summary>The local dates on which something recurs; its text (<c>daily</c>, <c>weekly:Sun</c>) is stored and reads back equal.</summary>
public abstract record Rhythm
{
    private Rhythm()
    {
    }

    /// <summary>The first date of this rhythm that is not before the given one.</summary>
    public abstract LocalDate FirstOnOrAfter(LocalDate date);

    public static bool TryParse(string? text, [NotNullWhen(true)] out Rhythm? value) => (value = RhythmText.Read(text)) is not null;

    /// <summary>Reads the text form; throws FormatException.</summary>
    public static Rhythm Parse(string text) => RhythmText.Read(text)
        ?? throw new FormatException("A rhythm is daily, weekdays:Mon,Wed, weekly:Sun, every:3:2026-01-01 or monthly:31.");

    public sealed override string ToString() => Text();

    private protected abstract string Text();

    private static IsoDayOfWeek Valid(IsoDayOfWeek day) =>
        day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday ? day : throw new ArgumentOutOfRangeException(nameof(day));

    private static int Within(int number, int most) =>
        number >= 1 && number <= most ? number : throw new ArgumentOutOfRangeException(nameof(number));

    /// <summary>Every date.</summary>
    public sealed record Daily : Rhythm
    {
        public override LocalDate FirstOnOrAfter(LocalDate date) => date;

        private protected override string Text() => "daily";
    }

    /// <summary>Chosen days of the week, one at least; equal whatever their order.</summary>
    public sealed record Weekdays : Rhythm
    {
        private readonly int chosen;

        public Weekdays(params IEnumerable<IsoDayOfWeek> days)
        {
            chosen = days.Aggregate(0, (set, day) => set | 1 << (int)Valid(day));
            if (chosen == 0)
                throw new ArgumentException("At least one day must be chosen.", nameof(days));
        }

        public IEnumerable<IsoDayOfWeek> Days => DayNames.Week.Where(Has);

        public bool Has(IsoDayOfWeek day) => (chosen & 1 << (int)day) != 0;

        public override LocalDate FirstOnOrAfter(LocalDate date)
        {
            while (!Has(date.DayOfWeek))
                date = date.PlusDays(1);
            return date;
        }

        private protected override string Text() => $"weekdays:{string.Join(',', Days.Select(DayNames.Short))}";
    }

    /// <summary>One day of each week.</summary>
    public sealed record Weekly(IsoDayOfWeek Day) : Rhythm
    {
        public IsoDayOfWeek Day { get; } = Valid(Day);

        public override LocalDate FirstOnOrAfter(LocalDate date) => date.PlusDays(-1).Next(Day);

        private protected override string Text() => $"weekly:{DayNames.Short(Day)}";
    }

    /// <summary>Every 1 to 366 days, counted from the anchor, which is the first.</summary>
    public sealed record EveryNDays(int Days, LocalDate Anchor) : Rhythm
    {
        public int Days { get; } = Within(Days, 366);

        public override LocalDate FirstOnOrAfter(LocalDate date)
        {
            var since = Math.Max(0, Period.DaysBetween(Anchor, date));
            return Anchor.PlusDays((since + Days - 1) / Days * Days);
        }

        private protected override string Text() => $"every:{Days}:{LocalDatePattern.Iso.Format(Anchor)}";
    }

    /// <summary>One day of each month, 1 to 31; the last day of a month that is shorter.</summary>
    public sealed record Monthly(int DayOfMonth) : Rhythm
    {
        public int DayOfMonth { get; } = Within(DayOfMonth, 31);

        public override LocalDate FirstOnOrAfter(LocalDate date)
        {
            var inMonth = In(date.ToYearMonth());
            return inMonth >= date ? inMonth : In(date.ToYearMonth().PlusMonths(1));
        }

        private LocalDate In(YearMonth month) =>
            month.OnDayOfMonth(Math.Min(DayOfMonth, month.Calendar.GetDaysInMonth(month.Year, month.Month)));

        private protected override string Text() => $"monthly:{DayOfMonth}";
    }
}
