using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Notices;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Members;
using Mentorship.Domain.Notices;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence.Texts;
using NodaTime;

namespace Mentorship.Api.Features.Texts;

/// <summary>
/// A door as a page is one: what somebody texts becomes the ordinary use cases, all of one text in one transaction. The words are read here
/// and kept nowhere.
/// </summary>
internal sealed class TextDoor(IMediator mediator, ReceivedTexts received, IClock clock)
{
    /// <summary>What to say back; null for nothing, as to a text that was worked on before.</summary>
    public async Task<string?> Take(string id, string? from, string? message, CancellationToken cancellation)
    {
        string? reply = null;
        await received.Once(id, clock.GetCurrentInstant(), Work, cancellation);
        return reply;

        async Task Work() => reply = await Act(id, from, TextedWords.Read(message), cancellation);
    }

    private async Task<string?> Act(string id, string? from, TextedWord word, CancellationToken cancellation)
    {
        var members = await mediator.Send(new MembersAtNumber(from), cancellation);
        foreach (var who in members) await mediator.Send(new TakeText(Actor.System(who.Community), who.Member), cancellation);
        if (word == TextedWord.Help) return members.Count == 0 ? TextedReply.Help : TextedReply.HelpOrCall;
        if (members.Count == 0) return null;
        var reply = word switch
        {
            TextedWord.Stop => await Stop(members, cancellation),
            TextedWord.Start => await Start(members, cancellation),
            _ => await Answer(id, word, await People(members, cancellation), cancellation),
        };
        return word == TextedWord.Start || members.Any(m => m.WantsTexts) ? reply : null; // who ended texts gets none, after the one that says so
    }

    private async Task<string> Stop(IReadOnlyList<TextedMember> members, CancellationToken cancellation)
    {
        foreach (var who in members)
            await mediator.Send(new SetNotices(Actor.System(who.Community), who.Member, Sms: false), cancellation);
        return TextedReply.Stopped;
    }

    private async Task<string> Start(IReadOnlyList<TextedMember> members, CancellationToken cancellation)
    {
        foreach (var who in members) await mediator.Send(new ResumeTexts(Actor.System(who.Community), who.Member), cancellation);
        return TextedReply.Started;
    }

    /// <summary>
    /// Of the people whom one number reaches, first who was texted last. Each is one or more members: first the one who was asked last,
    /// else the one who was written to last.
    /// </summary>
    private async Task<IReadOnlyList<IReadOnlyList<Asked>>> People(IReadOnlyList<TextedMember> members, CancellationToken cancellation)
    {
        var all = new List<Asked>();
        foreach (var who in members)
            all.Add(new(who, await mediator.Send(new LatestText(Actor.System(who.Community), who.Member), cancellation)));
        return
        [
            .. from asked in all
               orderby asked.Last.OpenAt ?? Instant.MinValue descending, asked.Last.At ?? Instant.MinValue descending
               group asked by asked.Who.Person into person
               orderby person.Max(a => a.Last.At ?? Instant.MinValue) descending
               select person.ToList(),
        ];
    }

    /// <summary>Nobody knows who of them texted: a call by mistake costs little, a digit kept as the answer of another is untrue.</summary>
    private Task<string?> Answer(
        string id, TextedWord word, IReadOnlyList<IReadOnlyList<Asked>> people, CancellationToken cancellation) => word switch
        {
            TextedWord.Fine => Fine(people[0], cancellation),
            TextedWord.SayHi => SayHi(ForAPerson(people[0]), cancellation),
            TextedWord.CallMe => ForEach(people, person => Call(id, person, cancellation)),
            _ => ForEach(people, person => Unread(id, person[0].Who, cancellation)),
        };

    /// <summary>That somebody is told, if anybody is for any of them.</summary>
    private static async Task<string?> ForEach(IReadOnlyList<IReadOnlyList<Asked>> people, Func<IReadOnlyList<Asked>, Task<string?>> tell)
    {
        var replies = new List<string>();
        foreach (var person in people)
            if (await tell(person) is { } reply) replies.Add(reply);
        return replies.MinBy(reply => reply == TextedReply.NobodyThere);
    }

    /// <summary>Notes of several communities read the same, so it is meant for all that are open; for none of them, as a late answer.</summary>
    private async Task<string?> Fine(IReadOnlyList<Asked> asked, CancellationToken cancellation)
    {
        var isTaken = false;
        foreach (var (who, last) in asked)
        {
            var open = asked.Any(a => a.Last.OpenAt is not null) ? last.Asked.Where(c => c.IsOpen) : last.Asked.Where(c => c.IsLate).Take(1);
            foreach (var checkIn in open) isTaken |= await IsAnswered(who, checkIn.Id, "fine", cancellation);
        }
        return isTaken ? TextedReply.Thanks : TextedReply.NothingOpen;
    }

    /// <summary>By which a person may be asked for, in whichever community: where a contact is first, and of these what is open, late, the latest.</summary>
    private static IReadOnlyList<TextedNote> ForAPerson(IReadOnlyList<Asked> asked) =>
    [
        .. asked.SelectMany(a => a.Last.Asked, (a, checkIn) => new TextedNote(a.Who, checkIn)).OrderByDescending(n => n.CheckIn.HasContact)
            .ThenByDescending(n => n.CheckIn.IsOpen).ThenByDescending(n => n.CheckIn.IsLate).ThenByDescending(n => n.CheckIn.At),
    ];

    private async Task<string?> SayHi(IReadOnlyList<TextedNote> notes, CancellationToken cancellation)
    {
        if (notes.FirstOrDefault(n => n.Waits) is not { } note) return TextedReply.NothingOpen;
        if (!note.CheckIn.HasContact) return note.CheckIn.IsOpen ? TextedReply.NobodyForHello : TextedReply.NothingOpen;
        return await IsAnswered(note.Who, note.CheckIn.Id, Questions.SayHi, cancellation) ? TextedReply.Thanks : TextedReply.NothingOpen;
    }

    /// <summary>
    /// By a check-in of theirs with a contact, else by the pairing in which they have one, which has not written yet; the coordinators alone
    /// where there is none. One that follows within <see cref="Concern.OneCall"/> is taken up by the call that waits.
    /// </summary>
    private async Task<string?> Call(string id, IReadOnlyList<Asked> asked, CancellationToken cancellation)
    {
        var notes = ForAPerson(asked);
        if (notes is [{ CheckIn.HasContact: true } told, ..]) return await CallBy(told, cancellation);
        if (asked.FirstOrDefault(a => a.Last.WithContact is not null) is { } paired)
        {
            await mediator.Send(new AskForContactOf(AsThemselves(paired.Who), paired.Last.WithContact!.Value), cancellation);
            return TextedReply.SomeoneIsTold;
        }
        if (notes is [var note, ..]) return await CallBy(note, cancellation);
        await Report(id, ConcernKind.HelpAskedFor, asked[0].Who, cancellation);
        return await Heard(asked[0].Who, null, cancellation);
    }

    private async Task<string?> CallBy(TextedNote note, CancellationToken cancellation)
    {
        var (who, by) = (note.Who, note.CheckIn.Id);
        if (!note.Waits || !await IsAnswered(who, by, Questions.CallMe, cancellation))
            await mediator.Send(new AskForContact(AsThemselves(who), by), cancellation);
        return await Heard(who, by, cancellation);
    }

    private async Task<string> Heard(TextedMember who, CheckInId? by, CancellationToken cancellation) =>
        await mediator.Send(new SomebodyHears(AsThemselves(who), by), cancellation) ? TextedReply.SomeoneIsTold : TextedReply.NobodyThere;

    private async Task<string?> Unread(string id, TextedMember who, CancellationToken cancellation)
    {
        if (!await Report(id, ConcernKind.MessageUnread, who, cancellation)) return null;
        return await mediator.Send(new SomebodyHears(AsThemselves(who), null), cancellation) ? TextedReply.PersonLooks : TextedReply.NobodyThere;
    }

    private async Task<bool> IsAnswered(TextedMember who, CheckInId checkIn, string choice, CancellationToken cancellation)
    {
        try
        {
            await mediator.Send(new AnswerCheckIn(AsThemselves(who), checkIn, [new(Questions.Contact, Choice: choice)]), cancellation);
            return true;
        }
        catch (Exception failure) when (failure is RuleBroken or ValidationException)
        {
            return false; // answered by its link at the same moment, or not asked there
        }
    }

    private Task<bool> Report(string id, ConcernKind kind, TextedMember who, CancellationToken cancellation) =>
        mediator.Send(new RecordText(Actor.System(who.Community), who.Member, kind, IdOf(id)), cancellation);

    private static Guid IdOf(string id) => new(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));

    private static Actor AsThemselves(TextedMember who) => new(who.Community, who.Member, Roles.None);
}

/// <summary>A member whom a number reaches, and what they were asked.</summary>
internal sealed record Asked(TextedMember Who, TextedLast Last);

/// <summary>A check-in of one of them.</summary>
internal sealed record TextedNote(TextedMember Who, TextedCheckIn CheckIn)
{
    /// <summary>Whether an answer to it is to be expected.</summary>
    public bool Waits => CheckIn.IsOpen || CheckIn.IsLate;
}
