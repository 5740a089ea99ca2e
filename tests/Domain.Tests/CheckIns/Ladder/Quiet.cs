using Mentorship.Domain.CheckIns;
using Mentorship.Domain.CheckIns.Ladder;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Time;
using NodaTime;

namespace Mentorship.Domain.Tests.CheckIns.Ladder;

/// <summary>A newcomer who does not answer, and the hours that go by: what jobs would do, without a database.</summary>
internal sealed class Quiet
{
    public static readonly Instant Begins = Instant.FromUtc(2026, 10, 20, 12, 0);

    private readonly Dictionary<SilenceId, (Instant? Left, bool Lost)> _notes = [];
    private readonly List<CheckIn> _checkIns = [];
    private readonly List<Silence> _silences = [];
    private readonly Layer _layer;
    private Instant? _lastSign;

    public Quiet(Layer layer, LadderTimes? times = null, bool texts = false)
    {
        (_layer, Times) = (layer, times ?? LadderTimes.Default);
        Member = new Member(default, "Mary L.", Roles.Newcomer, new Profile(), Begins);
        Member.Reach(new ContactDetails(new Sealed(new byte[] { 1 }), null), null);
        if (texts) Member.StartSms([1], Begins);
        var request = new MentorRequest(default, Member.Id, "aa", RelationshipKind.Sponsor, Wishes.None, Begins);
        Pairing = new Pairing(request, MemberId.New(), 0, "{}", Begins);
        Pairing.Approve(0, Duration.FromHours(72), Begins);
        Pairing.Accept(Pairing.Mentor, default, Begins);
        Pairing.Accept(Pairing.Newcomer, default, Begins);
        var rhythm = Rhythm.Parse(layer == Layer.Daily ? "daily" : "weekly:Sun");
        Plan = new CheckInPlan(default, Pairing.Id, Member.Id, layer, new PlanTimes(rhythm, new LocalTime(18, 0), "Europe/Dublin"), Begins);
    }

    public LadderTimes Times { get; }
    public Instant Now { get; private set; } = Begins;
    public Member Member { get; }
    public Pairing Pairing { get; }
    public CheckInPlan Plan { get; }
    public bool MailIsDown { get; set; }
    public Outages Outages { get; private set; } = Outages.None;
    public List<RungTaken> Taken { get; } = [];

    public List<CheckIn> Missed { get; } = [];

    public IReadOnlyList<Silence> Silences => _silences;

    public IEnumerable<RungCode> Rungs => Taken.Select(t => t.Rung);

    public void Live(int hours, Action<Quiet>? each = null)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Now += Duration.FromHours(1);
            each?.Invoke(this);
            Hour();
        }
    }

    /// <summary>The service is away.</summary>
    public void BeAway(int hours) => Now += Duration.FromHours(hours);

    /// <summary>The same, and it is known afterwards.</summary>
    public void BeAwayOnRecord(int hours)
    {
        var away = Now;
        BeAway(hours);
        Outages = Outages.Between([new(Begins, away)], Now);
    }

    public void ShowLife() => _lastSign = Now;

    public void Bounce() => _notes[_silences[^1].Id] = (null, true);

    /// <summary>The note that tells the member first is on the record as having left then.</summary>
    public void LeaveNote(Instant at) => _notes[_silences[^1].Id] = (at, false);

    private void Hour()
    {
        _checkIns.AddRange(Plan.TakeDue(Now, Member.DaysOff, Times));
        if (!MailIsDown) foreach (var checkIn in _checkIns) checkIn.Sent(Now);
        var waiting = _checkIns.Where(c => c.RepeatAt <= Now && c.WaitsFor(Duration.FromHours(Times.RepeatAfterHours), Member.Quiet, Member.Profile.ZoneId, Now)).ToList();
        Begin(waiting, silence => silence.Await(Now), (_, _) => { });
        foreach (var checkIn in _checkIns) checkIn.Lapse(Now, atRest: Member.EmailNotices ? null : ExcuseReason.Stopped, Outages.None);
        var missed = _checkIns.Where(c => c.State == CheckInState.Missed).ToList();
        Begin(missed, _ => { }, (silence, checkIn) => silence.Count(checkIn, Times, Now));
        _checkIns.RemoveAll(missed.Contains);
        Missed.AddRange(missed);
        foreach (var silence in _silences.Where(s => s.NextAt <= Now).ToList()) Climb(silence);
    }

    private void Begin(List<CheckIn> checkIns, Action<Silence> begun, Action<Silence, CheckIn> each)
    {
        var signs = new Dictionary<MemberId, Instant>();
        if (_lastSign is { } sign) signs[Member.Id] = sign;
        var open = new OpenSilences(_silences.Where(s => s.IsOpen == true), signs, checkIns.Select(c => c.Id).ToHashSet());
        foreach (var checkIn in checkIns) if (open.Of(checkIn, Now) is { } silence) each(silence, checkIn);
        open.Begun.ForEach(begun);
        _silences.AddRange(open.Begun);
        All.AddRange(checkIns);
    }

    private List<CheckIn> All { get; } = [];

    private void Climb(Silence silence)
    {
        var (left, lost) = _notes.GetValueOrDefault(silence.Id);
        var standing = new Standing(silence, Pairing, Member, All.Last(c => c.Id == silence.CheckIn), Plan,
            _lastSign >= silence.BeganAt ? _lastSign : null, new FirstNote(left, lost), Taken);
        if (silence.Climb(standing, Rung.All(Times), Outages, Now) is not { } taken) return;
        Taken.Add(taken);
        if (taken.Rung == RungCode.MemberFirst) _notes[silence.Id] = (MailIsDown ? null : Now, false);
    }
}
