using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;

namespace Mentorship.Api.Features.CheckIns;

/// <summary>One answer that the reader may see.</summary>
public sealed record AnswerView(string Question, string? Choice, int? Number, string? Text, Audience Audience)
{
    /// <summary>The text, the number or the word that was said; the word as <paramref name="asked"/> offered it.</summary>
    public string InWords(Question? asked) =>
        Text ?? Number?.ToString() ?? asked?.Choices.FirstOrDefault(c => c.Code == Choice)?.Label ?? Choice ?? "";
}

/// <summary>An answer is sealed whole: at rest nobody sees what was chosen, nor whether it is a word, a number or a short text.</summary>
internal static class SealedAnswers
{
    private const string Place = "Answers.Said";

    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is read by us alone
    };

    public static async Task<Answer> SealAnswer(this IVault vault, CheckIn checkIn, GivenAnswer given, CancellationToken cancellation)
    {
        var answer = new Answer(checkIn, given.Question, given.Audience);
        var said = new Said(given.Choice, given.Number, string.IsNullOrWhiteSpace(given.Text) ? null : given.Text.Trim());
        answer.Say(await vault.Seal(checkIn.Member, Place, answer.Id.Value, JsonSerializer.Serialize(said, Short), cancellation));
        return answer;
    }

    /// <summary>
    /// The answers in which something was said, opened, without those whose member's key was erased: who asks has made sure that the reader
    /// may see each of them.
    /// </summary>
    public static async Task<IReadOnlyList<AnswerView>> OpenAnswers(this IVault vault, IEnumerable<Answer> answers, CancellationToken cancellation)
    {
        var views = new List<AnswerView>();
        foreach (var answer in answers)
        {
            if (await vault.TryOpen(answer.Member, Place, answer.Id.Value, answer.Said, cancellation) is not { } text) continue;
            var said = JsonSerializer.Deserialize<Said>(text, Short)!;
            if (said != Nothing) views.Add(new(answer.Question, said.Choice, said.Number, said.Text, answer.Audience));
        }
        return views;
    }

    private static readonly Said Nothing = new(null, null, null);

    private sealed record Said(string? Choice, int? Number, string? Text);
}
