using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Progress;
using NodaTime;

namespace Mentorship.Domain.Tests.Progress;

public sealed class PlanLinesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 20, 12, 0);

    [Fact]
    public void A_new_line_is_for_its_member_alone() =>
        Assert.All(TwoLines(), line => Assert.Equal(Shown.ToMeAlone, line.Shown));

    [Fact]
    public void Lines_keep_the_order_and_the_audience_that_their_member_gave_them()
    {
        var lines = TwoLines();
        var shown = lines.Show(lines[0].Id, Audience.Mentor, Now);

        var turned = shown.Set([Wanted(shown[1]), new(null, PlanSection.WhomToCall, "My sister."), Wanted(shown[0]) with { Text = "A long walk." }]);

        Assert.Equal(["A cup of tea.", "My sister.", "A long walk."], turned.Select(l => l.Text));
        Assert.Equal([Audience.Me, Audience.Me, Audience.Mentor], turned.Select(l => l.Shown.To));
        Assert.Equal(lines[0].Id, turned[2].Id);
    }

    [Fact]
    public void A_line_that_is_left_out_is_gone() => Assert.Single(TwoLines().Set([Wanted(TwoLines()[0]) with { Id = null }]));

    [Fact]
    public void A_line_that_is_not_there_is_neither_changed_nor_shown()
    {
        Assert.Throws<NotFound>(() => TwoLines().Set([new(Guid.NewGuid(), PlanSection.Triggers, "Noise.")]));
        Assert.Throws<NotFound>(() => TwoLines().Show(Guid.NewGuid(), Audience.Mentor, Now));
    }

    [Fact]
    public void Narrowing_one_line_leaves_the_others()
    {
        var lines = TwoLines();
        var both = lines.Show(lines[0].Id, Audience.Mentor, Now).Show(lines[1].Id, Audience.Coordinator, Now);

        Assert.Equal([Audience.Me, Audience.Coordinator], both.Show(both[0].Id, Audience.Me, Now).Select(l => l.Shown.To));
    }

    private static IReadOnlyList<PlanLine> TwoLines() =>
        Array.Empty<PlanLine>().Set([new(null, PlanSection.WhatHelps, "A walk."), new(null, PlanSection.WhatHelps, "A cup of tea.")]);

    private static WantedLine Wanted(PlanLine line) => new(line.Id, line.Section, line.Text);
}
