using Mentorship.Api.Features.CheckIns;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Time;

namespace Mentorship.Api.VirtualTime;

/// <summary>What people say to a question, drawn; a text says itself who may read it, so that one that is shown to others is seen.</summary>
internal static class Saying
{
    public static GivenAnswer To(Question question, Layer layer, Random random)
    {
        var audience = random.Next(3) == 0 ? Audience.Mentor : Audience.Me;
        if (!audience.Fits(layer)) audience = Audience.Coordinator;
        if (question.Code == Questions.Contact) return new(question.Code, Choice: random.Next(20) == 0 ? Questions.CallMe : "fine", Audience: audience);
        if (question.StaysWithMe) return new(question.Code);
        if (question.IsScale) return new(question.Code, Number: random.Next(11), Audience: audience);
        if (question.IsText) return new(question.Code, Text: $"for {audience}", Audience: audience);
        return new(question.Code, Choice: question.Choices[random.Next(question.Choices.Count)].Code, Audience: audience);
    }
}
