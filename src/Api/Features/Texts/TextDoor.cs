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
        if (word == TextedWord.Help) return TextedReply.Help;
        var members = await mediator.Send(new MembersAtNumber(from), cancellation);
        if (members.Count == 0) return null;
        var reply = word switch
        {
            TextedWord.Stop => await Stop(members, cancellation),
            TextedWord.Start => await Start(members, cancellation),
            _ => await Answer(id, word, await Latest(members, cancellation), cancellation),
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

    /// <summary>Of several whom one number reaches, who was asked last; else who was written to last.</summary>
    private async Task<(TextedMember Who, CheckInId? Open)> Latest(IReadOnlyList<TextedMember> members, CancellationToken cancellation)
    {
        var all = new List<(TextedMember Who, TextedLast Last)>();
        foreach (var who in members)
            all.Add((who, await mediator.Send(new LatestText(Actor.System(who.Community), who.Member), cancellation)));
        var (latest, last) = all.OrderByDescending(a => a.Last.OpenAt ?? Instant.MinValue)
            .ThenByDescending(a => a.Last.At ?? Instant.MinValue).First();
        return (latest, last.Open);
    }

    private async Task<string?> Answer(string id, TextedWord word, (TextedMember Who, CheckInId? Open) to, CancellationToken cancellation)
    {
        if (word == TextedWord.Unclear)
            return await Report(id, ConcernKind.MessageUnread, to.Who, cancellation) ? TextedReply.PersonLooks : null; // once while it waits
        if (to.Open is { } checkIn && await IsAnswered(to.Who, checkIn, ChoiceOf(word), cancellation))
            return word == TextedWord.CallMe ? TextedReply.SomeoneIsTold : TextedReply.Thanks;
        if (word != TextedWord.CallMe) return TextedReply.NothingOpen;
        await Report(id, ConcernKind.HelpAskedFor, to.Who, cancellation); // nothing asked them, and they ask for somebody all the same
        return TextedReply.SomeoneIsTold;
    }

    private async Task<bool> IsAnswered(TextedMember who, CheckInId checkIn, string choice, CancellationToken cancellation)
    {
        try
        {
            var asThemselves = new Actor(who.Community, who.Member, Roles.None);
            var answer = new GivenAnswer(Questions.Contact, Choice: choice);
            await mediator.Send(new AnswerCheckIn(asThemselves, checkIn, [answer]), cancellation);
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

    private static string ChoiceOf(TextedWord word) => word switch
    {
        TextedWord.Fine => "fine",
        TextedWord.SayHi => Questions.SayHi,
        _ => Questions.CallMe,
    };
}
