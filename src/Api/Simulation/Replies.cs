using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.VirtualTime;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Simulation;

/// <summary>How people reply to what reaches them: a note within hours, or late, or never; an offer with yes, no or nothing.</summary>
internal sealed class Replies(Town town)
{
    private const int Hour = 60;

    public void Read(Letter letter)
    {
        if (town.ByEmail(letter.To) is not { } person || !person.ActsAt(town.Now)) return;
        if (letter.Fine is { } fine && person.Chance(0.4)) town.Later(person, person.Within(Hour, 20 * Hour), () => SayFine(fine));
        if (letter.CheckIn is not { } token || !person.Chance(person.Answers)) return;
        var after = person.Chance(0.85) ? person.Within(10, 9 * Hour) : person.Within(10 * Hour, 70 * Hour);
        town.Later(person, after, () => Answer(person, token));
    }

    /// <summary>Everyone whose answer is awaited may decide now: a third do, one in twelve of them with a no.</summary>
    public async Task AnswerOffers()
    {
        var offers = await town.Host.Read(town.Coordinator.Community, async db =>
            await db.Pairings.AsNoTracking().Where(p => p.State == PairingState.Approved).OrderBy(p => p.Id).ToListAsync());
        foreach (var offer in offers)
        {
            var person = town[offer.Awaiting!.Value];
            if (!person.ActsAt(town.Now) || !person.Chance(0.35)) continue;
            if (person.Chance(0.08)) await town.Try(new DeclinePairing(person.Me, offer.Id, null));
            else await town.Try(new AcceptPairing(person.Me, offer.Id, null, person.Chance(0.5) ? ContactShare.Email : ContactShare.Phone));
        }
    }

    private Task SayFine(string token)
    {
        var (actor, silence) = town.Host.Get<PublicLinks>().OpenFine(token);
        return town.Try(new SayFine(actor, silence));
    }

    /// <summary>By the link while it is open, else in the app, which counts as late.</summary>
    private async Task Answer(Person person, string token)
    {
        var (byLink, checkIn) = town.Host.Get<PublicLinks>().Open(token);
        var asked = await town.Host.Send(new AskedCheckIn(byLink, checkIn, ByLink: true));
        if (asked.State == CheckInState.Answered) return;
        GivenAnswer[] said = [.. asked.Questions.Select(q => Saying.To(q, asked.Layer, person.Dice))];
        var kept = person.Chance(0.3);
        var answer = asked.IsOpen
            ? new AnswerCheckIn(byLink, checkIn, said, kept, ByLink: true) : new AnswerCheckIn(person.Me, checkIn, said, kept);
        if (!await town.Try(answer)) return;
        if (answer.Calls) town.Calls.Add(new(person.Me.Member, town.Now));
        if (said.Any(a => a.SaysUsed)) town.SaidUsed.Add((person, town.Now));
        Afterwards(person, byLink, checkIn, said);
    }

    /// <summary>Some think better of who may read an answer, and a few ask for a call once they have answered.</summary>
    private void Afterwards(Person person, Actor byLink, CheckInId checkIn, IReadOnlyList<GivenAnswer> said)
    {
        var shown = said.FirstOrDefault(a => a.Audience != Audience.Me);
        if (shown is not null && person.Chance(0.08))
            town.Later(person, person.Within(10, 30 * Hour), () => Hide(person, checkIn, shown.Question));
        if (!person.Chance(0.02)) return;
        var ask = person.Chance(0.5) ? new AskForContact(byLink, checkIn, ByLink: true) : new AskForContact(person.Me, checkIn);
        town.Later(person, person.Within(10, 20 * Hour), () => Ask(person, ask));
    }

    private async Task Hide(Person person, CheckInId checkIn, string question)
    {
        if (await town.Try(new ShareAnswer(person.Me, checkIn, question, Audience.Me))) town.Hidden.Add((checkIn, question));
    }

    private async Task Ask(Person person, AskForContact ask)
    {
        if (await town.Try(ask)) town.Calls.Add(new(person.Me.Member, town.Now));
    }
}
