using Mentorship.Api.Features.CheckIns;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;

namespace Mentorship.Api.VirtualTime;

/// <summary>What people say to a question, drawn; a text says itself who may read it, so that one that is shown to others is seen.</summary>
internal static class Saying
{
    /// <summary>What somebody texts where a digit is asked for.</summary>
    public const string ByText = "could you ring my neighbour";

    private const string Mark = "words that are meant for";

    public static string For(Audience audience) => $"{Mark} {audience}";

    /// <summary>Whether something that leaves the service holds what was said in it.</summary>
    public static bool IsIn(string text) => text.Contains(Mark, StringComparison.Ordinal) || text.Contains(ByText, StringComparison.Ordinal);

    public static GivenAnswer To(Question question, Layer layer, Random random)
    {
        var audience = random.Next(3) == 0 ? Audience.Mentor : Audience.Me;
        if (!audience.Fits(layer)) audience = Audience.Coordinator;
        if (question.StaysWithMe) return random.Next(12) == 0 ? new(question.Code, Choice: question.Choices[0].Code) : new(question.Code);
        if (question.IsScale) return new(question.Code, Number: Math.Min(random.Next(11), random.Next(11)), Audience: audience);
        if (question.IsText) return new(question.Code, Text: For(audience), Audience: audience);
        return new(question.Code, Choice: Choose(question, random), Audience: audience);
    }

    /// <summary>Any word, but seldom one of those that somebody is told of.</summary>
    private static string Choose(Question question, Random random)
    {
        var (told, calm) = (question.Choices.Where(c => Tells(c.Code)).ToList(), question.Choices.Where(c => !Tells(c.Code)).ToList());
        var among = told.Count > 0 && random.Next(15) == 0 ? told : calm;
        return among[random.Next(among.Count)].Code;
    }

    private static bool Tells(string choice) => choice is Questions.CallMe or Questions.SayHi or Questions.VeryHard;
}
