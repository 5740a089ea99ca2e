using Mentorship.Api.Features.Texts;
using Mentorship.Api.VirtualTime;

namespace Mentorship.Api.Simulation;

/// <summary>
/// How people answer a text: mostly with a digit, seldom in words that no machine may read, and a few end texts for some days.
/// </summary>
internal sealed class TextReplies(Town town)
{
    private const int Hour = 60, Day = 24 * Hour;
    private const string Stop = "STOP", Start = "START", CallMe = "3";

    private int _said;

    /// <summary>What was said back to who had ended texts.</summary>
    public List<string> Broken { get; } = [];

    public void Read(string number)
    {
        if (town.ByPhone(number) is not { } person || !person.ActsAt(town.Now) || !person.Chance(person.Answers / 2)) return;
        town.Later(person, person.Within(5, 8 * Hour), () => Answer(person));
    }

    private async Task Answer(Person person)
    {
        var said = person.Draw(0, 50) switch { 0 => Stop, 1 => Saying.ByText, 2 => CallMe, < 9 => "2", _ => "1" };
        await Say(person, said);
        if (said != Stop) return;
        person.Hears(town.Now, texts: false);
        town.Agenda.At(town.Now + person.Within(3 * Day, 12 * Day), async () =>
        {
            await Say(person, Start);
            person.Hears(town.Now, texts: true);
        });
    }

    /// <summary>As the gateway brings it; what is said back is a text too.</summary>
    internal async Task Say(Person person, string said)
    {
        await using var scope = town.Host.Scopes.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<TextDoor>();
        var reply = await door.Take($"SM{town.Now.ToUnixTimeSeconds()}-{++_said}", person.Phone, said, CancellationToken.None);
        if (said == CallMe) town.Calls.Add(new(person.Me.Member, town.Now));
        if (reply is null) return;
        town.Host.Phones.Look(reply);
        if (!person.HasTexts && said != Start) Broken.Add($"member {person.Me.Member} had ended texts and got one more");
    }
}
