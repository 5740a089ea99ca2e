using MediatR;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Domain.Pathways;
using Mentorship.Infrastructure.Accounts;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Members;

/// <summary>
/// Everything that the caller has said of themselves in this community, with their own contact details opened for them alone.
/// </summary>
public sealed record ReadMyself(Actor Actor) : IQuery<Versioned<MyselfView>>, IActed;

/// <param name="Id">Your member id here.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="Roles">newcomer, mentor, coordinator.</param>
/// <param name="AdultStated">Whether you said that you are 18 or older.</param>
/// <param name="Profile">What you said of yourself.</param>
/// <param name="Mentor">What you offer as a mentor; null when you do not mentor.</param>
/// <param name="Requests">What you ask for at this time.</param>
/// <param name="Contact">How you can be reached; others see it only when you choose so for a pairing.</param>
/// <param name="EmailNotices">Whether notes go out to you by e-mail.</param>
public sealed record MyselfView(
    Guid Id, string DisplayName, Roles Roles, bool AdultStated, ProfileView Profile, MentorView? Mentor,
    IReadOnlyList<MyRequest> Requests, MyContact Contact, bool EmailNotices)
{
    public override string ToString() => nameof(MyselfView);
}

/// <param name="Id">The request.</param>
/// <param name="Version">The version that an edit must name in If-Match; it counts your own changes.</param>
/// <param name="Pathway">Catalogue id.</param>
/// <param name="Kind">sponsor, temporary-contact or accountability-partner.</param>
/// <param name="Words">What the two are called on this pathway.</param>
/// <param name="RequestedAt">When the waiting began, UTC.</param>
/// <param name="Wishes">What you hope for; each a preference unless named a must.</param>
public sealed record MyRequest(
    Guid Id, int Version, string Pathway, RelationshipKind Kind, Words Words, Instant RequestedAt, Wishes Wishes);

/// <param name="Email">Where notes go.</param>
/// <param name="Phone">With + and the country code; null when none is known.</param>
/// <param name="UnconfirmedEmail">An address that you asked for and that waits for the yes by the link of the note that went there; null when none does.</param>
public sealed record MyContact(string? Email, string? Phone, string? UnconfirmedEmail);

internal sealed class ReadMyselfHandler(MentorshipDb db, IVault vault, AddressChanges changes) : IRequestHandler<ReadMyself, Versioned<MyselfView>>
{
    public async Task<Versioned<MyselfView>> Handle(ReadMyself query, CancellationToken cancellation)
    {
        var me = await db.Members.AsNoTracking().FirstAsync(m => m.Id == query.Actor.Member, cancellation);
        var policy = await db.PolicyOf(query.Actor.Community, cancellation);
        var (email, phone) = await vault.OpenContact(me.Id, me.Contact, cancellation);
        var contact = new MyContact(email, phone, await changes.WaitingOf(me.Id, cancellation));
        return new(
            new(me.Id.Value, me.DisplayName, me.Roles, me.AdultStatedAt is not null, ProfileView.Of(me.Profile),
                me.Mentor is { } mentor ? MentorView.Of(mentor, policy.ConfirmationDays) : null,
                await Requests(me.Id, cancellation), contact, me.EmailNotices),
            me.Version);
    }

    /// <summary>Whether an offer is out is not told: a newcomer learns of one when the mentor has said yes.</summary>
    private async Task<IReadOnlyList<MyRequest>> Requests(MemberId me, CancellationToken cancellation)
    {
        var open = await db.Requests.AsNoTracking().Where(r => r.Newcomer == me && r.IsOpen == true)
            .OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).ToListAsync(cancellation);
        return [.. open.Select(r => new MyRequest(
            r.Id.Value, r.Revision, r.Pathway, r.Kind, PathwayCatalogue.Current.Get(r.Pathway).Words(r.Kind), r.RequestedAt, r.Wishes))];
    }
}
