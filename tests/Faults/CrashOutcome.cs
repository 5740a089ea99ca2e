namespace Mentorship.Faults;

/// <summary>What is there when all has calmed down.</summary>
internal sealed record CrashOutcome
{
    public required int Due { get; init; }

    /// <summary>Times at which one hand-over may have been cut off: kills of a host, or stops of the database times the hosts.</summary>
    public required int Cuts { get; init; }

    /// <summary>Plans without a check-in that is sent on the record and arrived at the mail server.</summary>
    public required int Lost { get; init; }

    /// <summary>Check-ins beyond one for each plan and date.</summary>
    public required int DoubledOccurrences { get; init; }

    /// <summary>Notices beyond one for each plan, each of which was due once; no key of the database keeps it so.</summary>
    public required int DoubledNotices { get; init; }

    /// <summary>Mails with a Message-ID that had arrived already.</summary>
    public required int DoubledMessages { get; init; }

    /// <summary>Mails of no notice.</summary>
    public required int StrayMessages { get; init; }

    public required TimeSpan Took { get; init; }

    public bool IsExact => this is { Lost: 0, DoubledOccurrences: 0, DoubledNotices: 0, StrayMessages: 0 } && DoubledMessages <= Cuts;

    public override string ToString() =>
        $"{Due:#,0} due, {Cuts} cuts, {Took.TotalSeconds:0.0} s: lost {Lost}, doubled occurrences {DoubledOccurrences}, doubled notices {DoubledNotices}, "
        + $"doubled messages {DoubledMessages} (at most {Cuts}), stray messages {StrayMessages}: {(IsExact ? "exact" : "NOT EXACT")}";
}
