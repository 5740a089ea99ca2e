using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Pathways;
using Mentorship.Domain.Tests.Pathways;
using Mentorship.Domain.Time;

namespace Mentorship.Domain.Tests.CheckIns;

public class QuestionsTests
{
    public static TheoryData<string, Layer> Asked
    {
        get
        {
            var all = new TheoryData<string, Layer>();
            foreach (var pathway in PathwayCatalogue.Current.All)
                foreach (var layer in Enum.GetValues<Layer>()) all.Add(pathway.Id, layer);
            return all;
        }
    }

    [Theory, MemberData(nameof(Asked))]
    public void Each_question_has_one_way_to_answer_it_and_a_code_of_its_own(string pathway, Layer layer)
    {
        var questions = Questions.Of(layer, PathwayCatalogue.Current.Get(pathway), [], hasGoals: true);
        Assert.NotEmpty(questions);
        Assert.Equal(questions.Count, questions.Select(q => q.Code).Distinct().Count());
        Assert.All(questions, q => Assert.Equal(1, (q.Choices.Count > 0 ? 1 : 0) + (q.IsScale ? 1 : 0) + (q.IsText ? 1 : 0)));
    }

    [Fact]
    public void The_week_is_asked_about_in_the_words_of_the_pathway_where_it_has_some()
    {
        var plain = PathwayCatalogue.Current.Get("aa");
        var worded = ChangedCatalogue.Read("aa", pathway => pathway["checkInPrompt"] = "What did the week bring?").Get("aa");
        Assert.Equal(["How was your week?", "What did the week bring?"],
            from pathway in (Pathway[])[plain, worded] select Questions.Of(Layer.Weekly, pathway, []).Single(q => q.Code == Questions.Week).Prompt);
    }

    [Theory, MemberData(nameof(Asked))]
    public void That_somebody_used_can_be_said_where_time_is_counted_and_only_there_and_never_as_a_question_with_a_no(string pathway, Layer layer)
    {
        var followed = PathwayCatalogue.Current.Get(pathway);
        var said = Questions.Of(layer, followed, []).SingleOrDefault(q => q.Code == Questions.Used);
        Assert.Equal(followed.Clock is not null && layer is Layer.Daily or Layer.Weekly && followed.Clock is not null, said is not null);
        if (said is not null) Assert.True(said is { StaysWithMe: true, Choices.Count: 1 });
    }

    [Theory, MemberData(nameof(Asked))]
    public void What_may_be_said_does_not_tell_whoever_opens_the_mail_what_it_would_be(string pathway, Layer layer)
    {
        var said = Questions.Of(layer, PathwayCatalogue.Current.Get(pathway), []).Where(q => q.Code == Questions.Used);
        Assert.All(said, q => Assert.Empty(TellingWords.FindIn($"{q.Prompt}\n{q.Choices[0].Label}\n{q.Tells}")));
        Assert.DoesNotContain(said, q => q.Choices[0].Label.Contains("used", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Asked))]
    public void No_question_of_ours_sends_anybody_to_an_app_which_is_not_there(string pathway, Layer layer) => Assert.All(
        Questions.Of(layer, PathwayCatalogue.Current.Get(pathway), [], hasGoals: true), q => Assert.DoesNotMatch(@"\bapp\b", $"{q.Prompt} {q.Tells}"));

    [Theory, MemberData(nameof(Asked))]
    public void No_question_of_ours_holds_a_word_that_the_pathway_forbids(string pathway, Layer layer)
    {
        var followed = PathwayCatalogue.Current.Get(pathway);
        var said = string.Join('\n', Questions.Of(layer, followed, [], hasGoals: true).Concat(Questions.Of(layer, followed, [], hasContact: false)).SelectMany(q => q.Choices.Select(c => c.Label).Append(q.Prompt).Append(q.Tells ?? "")));
        Assert.DoesNotContain(followed.Vocabulary.Forbidden, word => said.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(Asked))]
    public void Goals_are_looked_at_once_a_week_and_only_where_there_are_some(string pathway, Layer layer)
    {
        var followed = PathwayCatalogue.Current.Get(pathway);
        Assert.DoesNotContain(Questions.Of(layer, followed, []), q => q.Code == Questions.Goals);
        Assert.Equal(layer == Layer.Weekly, Questions.Of(layer, followed, [], hasGoals: true).Any(q => q.Code == Questions.Goals));
    }

    [Theory, MemberData(nameof(Asked))]
    public void Who_has_nobody_to_be_asked_for_a_hello_is_not_offered_one(string pathway, Layer layer) => Assert.DoesNotContain(
        Questions.Of(layer, PathwayCatalogue.Current.Get(pathway), [], hasContact: false), q => q.Choices.Any(c => c.Code == Questions.SayHi));

    [Fact]
    public void The_sum_needs_all_ten_answers_and_goes_from_10_to_60()
    {
        var codes = RecoveryCapital.Questions.Select(q => q.Code).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal(10, RecoveryCapital.Sum(codes.Select(c => (c, (string?)"1"))));
        Assert.Equal(60, RecoveryCapital.Sum(codes.Select(c => (c, (string?)"6")).Append(("own-more", "6"))));
        Assert.Null(RecoveryCapital.Sum(codes.Skip(1).Select(c => (c, (string?)"6"))));
    }

    [Fact]
    public void A_code_of_a_community_keeps_its_words_for_ever_even_when_it_was_not_asked_for_a_while()
    {
        var sleep = new OwnQuestion("own-sleep", Layer.Weekly, "How did you sleep?", QuestionKind.Scale, []);
        var retired = OwnQuestion.After([sleep], []);
        Assert.True(Assert.Single(retired).IsRetired);
        Assert.DoesNotContain(Questions.Of(Layer.Weekly, PathwayCatalogue.Current.Get("aa"), retired), q => q.Code == "own-sleep");

        Assert.Equal("question-changed", Assert.Throws<RuleBroken>(() => OwnQuestion.After(retired, [sleep with { Prompt = "Sleep?" }])).Code);
        var again = OwnQuestion.After(retired, [sleep with { Choices = [] }]);
        Assert.False(Assert.Single(again).IsRetired);
        Assert.Contains(Questions.Of(Layer.Weekly, PathwayCatalogue.Current.Get("aa"), again), q => q.Code == "own-sleep" && q.IsScale);
    }
}
