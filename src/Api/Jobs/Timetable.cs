using System.Text.RegularExpressions;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Matching;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Overdue;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Features.Webhooks;
using Mentorship.Domain.Notices;
using Mentorship.Infrastructure.Persistence.Stores;
using NodaTime;

namespace Mentorship.Api.Jobs;

/// <summary>Every job of the service on one screen: name, rhythm, command. An adapter gives it to the job engine.</summary>
internal sealed partial class Timetable
{
    public static Timetable Standard { get; } = new(
    [
        JobEntry.ForDue("dispatch-check-ins", Duration.FromSeconds(5), Work.CheckIns, (actor, batch) => new DispatchCheckIns(actor, batch)),
        JobEntry.InTurns("send-notices", Duration.FromSeconds(5), Work.Notices, (actor, few) => new SendNotices(actor, few), Work.UrgentNotices),
        JobEntry.InTurns("send-texts", Duration.FromSeconds(5), Work.Texts, (actor, few) => new SendNotices(actor, few, Channel.Sms), Work.UrgentTexts),
        JobEntry.InTurns("send-webhooks", Duration.FromSeconds(5), Work.Webhooks, (actor, few) => new SendWebhooks(actor, few)),
        JobEntry.ForDue("restore-plans", Duration.FromHours(1), Work.Ahead, (actor, batch) => new RestorePlans(actor, batch)),
        JobEntry.ForDue("reset-due-times", Duration.FromHours(1), Work.DueTimes, (actor, batch) => new ResetDueTimes(actor, batch)),
        JobEntry.ForDue("lapse-check-ins", Duration.FromMinutes(1), Work.Grace, (actor, batch) => new LapseCheckIns(actor, batch)),
        JobEntry.ForDue("climb-ladder", Duration.FromMinutes(1), Work.Ladder, (actor, batch) => new ClimbLadder(actor, batch)),
        JobEntry.ForDue("lapse-offers", Duration.FromMinutes(1), Work.Offers, (actor, batch) => new LapseOffers(actor, batch)),
        JobEntry.ForDue("end-pairings", Duration.FromHours(1), Work.Ends, (actor, batch) => new EndPlannedPairings(actor, batch)),
        JobEntry.ForDue("propose-next", Duration.FromHours(1), Work.Proposals, (actor, batch) => new ProposeNext(actor, batch)),
        JobEntry.ForDue("work-on-allotments", Duration.FromSeconds(5), Work.Allotments, (actor, _) => new WorkOnAllotments(actor)),
        JobEntry.ForDue("send-kind-words", Duration.FromMinutes(1), Work.KindWords, (actor, batch) => new SendKindWords(actor, batch)),
        new("send-account-mail", Duration.FromSeconds(5), () => new SendAccountMail()),
        new("record-uptime", Duration.FromMinutes(1), () => new RecordUptime()),
        new("report-overdue", Duration.FromMinutes(1), () => new ReportOverdue()),
        new("forget-expired", Duration.FromHours(1), () => new ForgetExpired()),
    ]);

    public Timetable(IReadOnlyList<JobEntry> entries)
    {
        foreach (var entry in entries) Check(entry);
        if (entries.DistinctBy(e => e.Name).Count() != entries.Count) throw new ArgumentException("Two jobs have the same name.");
        Entries = entries;
    }

    public IReadOnlyList<JobEntry> Entries { get; }

    public JobEntry Get(string name) => Entries.Single(e => e.Name == name);

    private static void Check(JobEntry entry)
    {
        if (!KebabCase().IsMatch(entry.Name)) throw new ArgumentException($"'{entry.Name}' is not kebab-case.");
        if (entry.Every <= Duration.Zero) throw new ArgumentException($"The interval of {entry.Name} is not positive.");
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();
}
