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
        {
            await mediator.Send(new SetNotices(Actor.System(who.Community), who.Member, Sms: false), cancellation);
            await mediator.Send(new EndSilences(Actor.System(who.Community), who.Member), cancellation);
        }
        return TextedReply.Stopped;
    }

    private async Task<string> Start(IReadOnlyList<TextedMember> members, CancellationToken cancellation)
    {
        foreach (var who in members) await mediator.Send(new ResumeTexts(Actor.System(who.Community), who.Member), cancellation);
        return TextedReply.Started;
    }

    /// <summary>Of several whom one number reaches, who was asked last; else who was written to last.</summary>
    private async Task<(TextedMember Who, TextedAsk? Ask)> Latest(IReadOnlyList<TextedMember> members, CancellationToken cancellation)
    {
        var all = new List<(TextedMember Who, TextedLast Last)>();
        foreach (var who in members)
            all.Add((who, await mediator.Send(new LatestText(Actor.System(who.Community), who.Member), cancellation)));
        var (latest, last) = all.OrderByDescending(a => a.Last.Ask?.IsOpen == true ? a.Last.Ask.At : Instant.MinValue)
            .ThenByDescending(a => a.Last.At ?? Instant.MinValue).First();
        return (latest, last.Ask);
    }

    /// <summary>Whatever a text says, it is a sign of life; only then is it looked at what it answers.</summary>
    private async Task<string?> Answer(string id, TextedWord word, (TextedMember Who, TextedAsk? Ask) to, CancellationToken cancellation)
    {
        if (word == TextedWord.Fine && to.Ask?.Silence is { } silence) return await SayFine(to.Who, silence, cancellation);
        await mediator.Send(new EndSilences(Actor.System(to.Who.Community), to.Who.Member), cancellation);
        return word switch
        {
            TextedWord.Unclear => await Report(id, ConcernKind.MessageUnread, to.Who, cancellation) ? TextedReply.PersonLooks : null,
            TextedWord.CallMe => await Call(id, to.Who, to.Ask, cancellation),
            _ => await IsAnswered(to.Who, to.Ask, ChoiceOf(word), cancellation) ? TextedReply.Thanks : TextedReply.NothingOpen,
        };
    }

    private async Task<string> SayFine(TextedMember who, SilenceId silence, CancellationToken cancellation)
    {
        await mediator.Send(new SayFine(AsThemselves(who), silence), cancellation);
        return TextedReply.GoodToKnow;
    }

    /// <summary>
    /// Always reaches somebody: as the answer to what was asked, else beside it, which tells the contact too, and where that was done
    /// before it is on the coordinators' list anew.
    /// </summary>
    private async Task<string> Call(string id, TextedMember who, TextedAsk? ask, CancellationToken cancellation)
    {
        if (ask is { IsCall: false })
        {
            if (!await IsAnswered(who, ask, Questions.CallMe, cancellation))
                await mediator.Send(new AskForContact(AsThemselves(who), ask.CheckIn), cancellation);
        }
        else
        {
            await Report(id, ConcernKind.HelpAskedFor, who, cancellation);
        }
        return TextedReply.SomeoneIsTold;
    }

    /// <summary>Late counts too; what was answered before is not answered again.</summary>
    private async Task<bool> IsAnswered(TextedMember who, TextedAsk? ask, string choice, CancellationToken cancellation)
    {
        if (ask is not { IsAnswered: false }) return false;
        try
        {
            await mediator.Send(new AnswerCheckIn(AsThemselves(who), ask.CheckIn, [new GivenAnswer(Questions.Contact, Choice: choice)]), cancellation);
            return true;
        }
        catch (Exception failure) when (failure is RuleBroken or ValidationException)
        {
            return false; // answered by its link at the same moment
        }
    }

    private Task<bool> Report(string id, ConcernKind kind, TextedMember who, CancellationToken cancellation) =>
        mediator.Send(new RecordText(Actor.System(who.Community), who.Member, kind, IdOf(id)), cancellation);

    private static Actor AsThemselves(TextedMember who) => new(who.Community, who.Member, Roles.None);

    private static Guid IdOf(string id) => new(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));

    private static string ChoiceOf(TextedWord word) => word == TextedWord.SayHi ? Questions.SayHi : "fine";
}
