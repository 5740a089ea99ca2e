namespace Mentorship.Faults;

/// <summary>What is there when all has calmed down.</summary>
internal sealed record CrashOutcome
{
    public required int Due { get; init; }

    /// <summary>Hand-overs that one cut can interrupt: a kill that of its host, a stop of the database one of each host.</summary>
    public required int HandOversOfACut { get; init; }

    /// <summary>Plans without a check-in that is sent on the record and arrived at the mail server.</summary>
    public required int Lost { get; init; }

    /// <summary>Check-ins beyond one for each plan and date.</summary>
    public required int DoubledOccurrences { get; init; }

    /// <summary>Check-ins of another date than the one that was due.</summary>
    public required int UndueOccurrences { get; init; }

    /// <summary>Notices beyond one for each plan, each of which was due once; no key of the database keeps it so.</summary>
    public required int DoubledNotices { get; init; }

    /// <summary>Mails with a Message-ID that had arrived already.</summary>
    public required Repeats Repeats { get; init; }

    /// <summary>Mails of no notice.</summary>
    public required int StrayMessages { get; init; }

    /// <summary>Mails that came to another address than that of whom their notice is for.</summary>
    public required int Misdirected { get; init; }

    public required TimeSpan Took { get; init; }

    public bool IsExact =>
        this is { Lost: 0, DoubledOccurrences: 0, UndueOccurrences: 0, DoubledNotices: 0, StrayMessages: 0, Misdirected: 0, Repeats.OfNone: 0 }
        && Repeats.MostOfOneCut <= HandOversOfACut;

    public override string ToString() =>
        $"{Due:#,0} due, {Repeats.OfCuts.Count} cuts, {Took.TotalSeconds:0.0} s: lost {Lost}, doubled occurrences {DoubledOccurrences}, "
        + $"of another date {UndueOccurrences}, doubled notices {DoubledNotices}, doubled messages {Repeats.Count} (most at one cut "
        + $"{Repeats.MostOfOneCut} of at most {HandOversOfACut}, at no cut {Repeats.OfNone}), stray messages {StrayMessages}, "
        + $"misdirected {Misdirected}: {(IsExact ? "exact" : "NOT EXACT")}";
}
