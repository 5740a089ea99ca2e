using System.Text.Json;
using System.Text.RegularExpressions;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Pairings;
using NodaTime;

namespace Mentorship.Domain.Tests.Matching;

public class CandidateTests
{
    private static readonly Scene TooRecent = new() { Mentor = Scene.Usual with { RecoverySince = new LocalDate(2026, 6, 1) } };

    [Fact]
    public void Who_is_eligible_may_be_proposed_and_approved_without_a_reason()
    {
        var candidate = new Scene().Judge();
        candidate.RequireProposable();
        candidate.RequireApprovable(null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void What_literature_suggests_is_overridden_only_with_a_written_reason(string? reason)
    {
        var candidate = TooRecent.Judge();
        candidate.RequireProposable();
        candidate.RequireApprovable("They have worked together for years.");
        Assert.False(candidate.IsEligible);
        Assert.Equal("override-reason-needed", Assert.Throws<RuleBroken>(() => candidate.RequireApprovable(reason)).Code);
    }

    [Fact]
    public void What_is_strict_or_a_wish_is_overridden_by_no_reason()
    {
        Scene[] scenes =
        [
            new() { AreSeparatedByMentor = true },
            new() { Then = mentor => mentor.PauseMentoring(Scene.Now) },
            new() { Wishes = new() { MentorGenders = ["man"], Musts = Musts.Gender } },
            new() { Then = mentor => mentor.ConfirmAvailable(Scene.Now - Duration.FromDays(100)) },
            new Scene().On("celebrate-recovery") with { Offer = new Scene().Offer with { ProgrammeWorked = null } },
        ];
        string[] codes = ["separated", "mentor-paused", "wish-gender", "mentor-not-confirmed", "norm-programme-worked"];
        Assert.Equal(codes, scenes.Select(scene => Assert.Throws<RuleBroken>(() => scene.Judge().RequireApprovable("a reason")).Code));
    }

    [Fact]
    public void The_rule_that_is_told_is_the_first_that_no_reason_overrides()
    {
        var candidate = (TooRecent with { Wishes = new() { MentorGenders = ["man"], Musts = Musts.Gender } }).Judge();
        Assert.Equal(["norm-time-in-recovery", "wish-gender"], candidate.Exclusions.Select(exclusion => exclusion.Code));
        Assert.Equal("wish-gender", Assert.Throws<RuleBroken>(candidate.RequireProposable).Code);
    }

    [Fact]
    public void Grounds_keep_score_parts_warnings_and_what_was_overridable()
    {
        var candidate = (TooRecent with { Offer = new Scene().Offer with { HasOwnMentor = false } }).Judge();
        var grounds = JsonDocument.Parse(candidate.ToGrounds()).RootElement;
        Assert.Equal(candidate.Mentor.Value, grounds.GetProperty("mentor").GetGuid());
        Assert.Equal(7, grounds.GetProperty("policyVersion").GetInt32());
        Assert.Equal(candidate.Fit!.PerMille, grounds.GetProperty("fit").GetInt32());
        Assert.Equal("availability", grounds.GetProperty("parts")[0].GetProperty("name").GetString());
        Assert.Equal(0.75, grounds.GetProperty("parts")[0].GetProperty("value").GetDouble());
        Assert.Equal("norm-own-mentor", grounds.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.Equal("literature", grounds.GetProperty("overridable")[0].GetProperty("firmness").GetString());
    }

    [Fact]
    public void Grounds_hold_nothing_personal_but_ids()
    {
        var profile = Scene.Usual with { Gender = "zz-gender", LivedExperience = ["zz-lived"], ZoneId = "Pacific/Auckland", Languages = ["zz"], BirthYear = 1967 };
        var wishes = new Wishes { MentorGenders = ["zz-gender"], AgeFrom = 30, AgeTo = 47, LivedExperience = ["zz-lived"], Orientation = "spiritual" };
        var grounds = new Scene { Newcomer = profile, Mentor = profile, Wishes = wishes }.Judge().ToGrounds();
        foreach (var personal in new[] { "zz", "A.", "B.", "Auckland", "1967", "51.5", "2020" })
            Assert.DoesNotContain(personal, WithoutIds(grounds), StringComparison.Ordinal);
    }

    /// <summary>An id may hold any four digits.</summary>
    private static string WithoutIds(string text) => Regex.Replace(text, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
}
