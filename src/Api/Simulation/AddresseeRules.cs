using Mentorship.Domain;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Infrastructure.Persistence.Outbox;

namespace Mentorship.Api.Simulation;

/// <summary>
/// Nobody wrong is written to: what leaves goes to whom it is about, or to that pair's other side, by a channel that they have on, to the
/// address that they have, and after the end of a pair nothing speaks of it but the news of the end.
/// </summary>
internal sealed class AddresseeRules(Town town)
{
    public IReadOnlyList<string> Broken(SentLately sent) =>
    [
        .. sent.Notices.Where(n => !IsFor(n, sent)).Select(n => $"{Told(n)} went to somebody whom it is not for"),
        .. sent.Notices.Where(n => IsAfterTheEnd(n, sent)).Select(n => $"{Told(n)} left after its pairing had closed"),
        .. sent.Notices.Where(n => town.Find(n.Recipient)?.Hears(n.Channel, n.SentAt!.Value) == false)
            .Select(n => $"{Told(n)} left by a channel that was off"),
        .. MailToAnotherAddress(sent),
        .. TextsToAnotherNumber(sent),
    ];

    private bool IsFor(Notice notice, SentLately sent)
    {
        var (to, pair) = (notice.Recipient, sent.PairingOf(notice));
        return notice.Kind switch
        {
            NoticeKind.CheckInDue or NoticeKind.CheckInRepeated or NoticeKind.CheckInOtherWay => sent.CheckInOf(notice)?.Member == to,
            NoticeKind.HelloWishedFor or NoticeKind.SomeoneAsksForContact =>
                pair is not null && (sent.CheckInOf(notice)?.Member ?? sent.ConcernOf(notice)?.About) is { } by && Other(pair, by) == to,
            NoticeKind.CoordinatorLook or NoticeKind.CoordinatorLookLater =>
                to == town.Coordinator.Member && sent.ConcernOf(notice)?.About != to,
            NoticeKind.HelloUnlessFine => sent.SilenceOf(notice)?.Member == to,
            NoticeKind.HelloMightBeWelcome => pair?.Mentor == to,
            NoticeKind.PairingOffered =>
                (pair?.Mentor == to ? pair.ApprovedAt : pair?.Newcomer == to ? pair.MentorAcceptedAt : null) <= notice.CreatedAt,
            NoticeKind.PairingIntroduced => pair?.Pair.Has(to) == true && pair.IntroducedAt <= notice.CreatedAt,
            NoticeKind.PairingEnded => pair?.Pair.Has(to) == true && pair.ClosedAt <= notice.CreatedAt,
            NoticeKind.RequestReceived => sent.RequestOf(notice)?.Newcomer == to,
            NoticeKind.KindWord => town.Find(to)?.Since is not null,
            _ => false, // nobody here has an account or another address
        };
    }

    /// <summary>Who is told that a member hopes to hear from somebody, while they are a pair.</summary>
    public static MemberId? Other(Pairing pair, MemberId member) =>
        pair.Kind == RelationshipKind.AccountabilityPartner ? pair.Pair.OtherThan(member) : member == pair.Newcomer ? pair.Mentor : null;

    private static bool IsAfterTheEnd(Notice notice, SentLately sent) =>
        notice.Kind is not (NoticeKind.PairingEnded or NoticeKind.CoordinatorLook or NoticeKind.CoordinatorLookLater)
        && sent.PairingOf(notice)?.ClosedAt < notice.SentAt;

    private IEnumerable<string> MailToAnotherAddress(SentLately sent)
    {
        var mails = town.Deliveries.Where(d => d.Channel == Channel.Email).ToLookup(d => d.Notice);
        var left = sent.Notices.Where(n => n.Channel == Channel.Email).ToDictionary(n => n.Id.ToString());
        return
        [
            .. left.Values.Where(n => mails[n.Id.ToString()].Count() != 1)
                .Select(n => $"{Told(n)} is recorded as sent, and {mails[n.Id.ToString()].Count()} mails of it left"),
            .. left.Values.Where(n => mails[n.Id.ToString()].Any(d => d.To != town.Find(n.Recipient)?.Email))
                .Select(n => $"{Told(n)} went to another address"),
            .. mails.Where(m => m.Key is null || !left.ContainsKey(m.Key)).Select(m => $"mail {m.Key} left and is recorded nowhere"),
        ];
    }

    /// <summary>A text names no notice: each number got as many as its member was sent.</summary>
    private IEnumerable<string> TextsToAnotherNumber(SentLately sent)
    {
        var got = town.Deliveries.Where(d => d.Channel == Channel.Sms).CountBy(d => d.To).ToDictionary();
        var meant = sent.Notices.Where(n => n.Channel == Channel.Sms).CountBy(n => town.Find(n.Recipient)?.Phone ?? "").ToDictionary();
        return got.Keys.Union(meant.Keys).Where(to => got.GetValueOrDefault(to) != meant.GetValueOrDefault(to))
            .Select(to => $"member {town.ByPhone(to)?.Me.Member} was sent {meant.GetValueOrDefault(to)} texts, and "
                + $"{got.GetValueOrDefault(to)} reached their number");
    }

    private static string Told(Notice notice) => $"notice {notice.Id} of kind {notice.Kind.Id()}";
}
