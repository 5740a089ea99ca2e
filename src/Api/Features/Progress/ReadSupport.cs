using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// What is there for a member on a hard day: whom to call, their own plan, the lines of their country, and for a mentor a break. It asks
/// whether their date should change, and changes nothing.
/// </summary>
public sealed record ReadSupport(Actor Actor) : IQuery<SupportView>, IActed;

/// <param name="Words">What is said first.</param>
/// <param name="AboutTheDate">The question whether your date should change; null when you keep none.</param>
/// <param name="Contacts">Whom you may call: the pairings in which you have somebody.</param>
/// <param name="Plan">What you wrote down for such a day.</param>
/// <param name="Lines">Lines of your country, and a list for every other.</param>
/// <param name="OffersABreak">Whether you mentor and may want to take nobody new for a while; no reason is asked.</param>
/// <param name="Country">ISO 3166 country of your zone, for the lines; null when unknown.</param>
public sealed record SupportView(
    string Words, string? AboutTheDate, IReadOnlyList<SupportContact> Contacts, IReadOnlyList<PlanLineView> Plan,
    IReadOnlyList<SupportLine> Lines, bool OffersABreak, string? Country)
{
    public override string ToString() => nameof(SupportView);
}

/// <param name="PairingId">The pairing, which shows what they chose to share.</param>
/// <param name="Name">Their display name.</param>
/// <param name="HasYourPhone">Whether you shared your number with them.</param>
/// <param name="HasYourEmail">Whether you shared your e-mail address with them.</param>
public sealed record SupportContact(Guid PairingId, string Name, bool HasYourPhone, bool HasYourEmail);

/// <param name="Name">Whose line it is.</param>
/// <param name="Number">Null where there is an address instead.</param>
/// <param name="TextWord">The word to send where a text must begin with one.</param>
/// <param name="Web">Null where there is none.</param>
/// <param name="How">By which ways it is reached: call, text, chat, web. A number without <c>call</c> can only be texted.</param>
/// <param name="Verification">Whether and when somebody tried it.</param>
public sealed record SupportLine(string Name, string? Number, string? TextWord, Uri? Web, IReadOnlyList<CrisisWay> How, string Verification)
{
    internal static IReadOnlyList<SupportLine> Of(string? country, IReadOnlyList<TriedLine> tried) =>
        [.. CrisisLines.For(country, tried).Select(l => new SupportLine(l.Name, l.Number, l.TextWord, l.Web, l.How, l.Verification))];
}

internal sealed class ReadSupportHandler(MentorshipDb db, IVault vault) : IRequestHandler<ReadSupport, SupportView>
{
    private const string Words = "Thank you for being here. You do not have to do this alone.";

    private const string AboutTheDate = "Would you like your date to change? You decide, and it can wait. Nothing changes by itself, "
        + "medicine taken as prescribed never changes it, and the days that you had stay yours.";

    public async Task<SupportView> Handle(ReadSupport query, CancellationToken cancellation)
    {
        var me = await db.Members.AsNoTracking().FirstAsync(m => m.Id == query.Actor.Member, cancellation);
        var keepsADate = await db.Progress.AnyAsync(p => p.Member == me.Id && p.Time != null, cancellation);
        var plan = await db.PersonalPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Member == me.Id, cancellation);
        var country = Countries.OfZone(me.Profile.ZoneId);
        return new(
            Words, keepsADate ? AboutTheDate : null, await Contacts(me.Id, cancellation),
            PersonalPlanView.Of(await vault.OpenLines(plan, cancellation)).Lines,
            SupportLine.Of(country, (await db.PolicyOf(query.Actor.Community, cancellation)).TriedLines), me.Mentor is { PausedAt: null }, country);
    }

    private static SupportContact Contact(Pairing pairing, MemberId me, string name)
    {
        var shared = pairing.SharedBy(me);
        return new(pairing.Id.Value, name, shared.HasFlag(ContactShare.Phone), shared.HasFlag(ContactShare.Email));
    }

    private async Task<IReadOnlyList<SupportContact>> Contacts(MemberId me, CancellationToken cancellation)
    {
        var mine = await db.Pairings.AsNoTracking().Where(p => (p.Newcomer == me || p.Mentor == me) && p.IntroducedAt != null && p.ClosedAt == null)
            .OrderBy(p => p.IntroducedAt).ToListAsync(cancellation);
        var contacts = mine.Select(p => p.ContactOf(me)).OfType<MemberId>().ToList();
        var names = await db.Members.Where(m => contacts.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.DisplayName, cancellation);
        return [.. from p in mine let contact = p.ContactOf(me) where contact is not null select Contact(p, me, names[contact.Value])];
    }
}
