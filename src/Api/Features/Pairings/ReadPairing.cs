using System.Runtime.CompilerServices;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pairings;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Mentorship.Api.Features.Pairings;

/// <summary>One pairing as one of the two sees it; the other's contact details only once introduced, and only what was chosen.</summary>
public sealed record ReadPairing(Actor Actor, PairingId Pairing) : IQuery<Versioned<PairingView>>, IActed;

internal sealed class ReadPairingHandler(MentorshipDb db, IVault vault, IClock clock) : IRequestHandler<ReadPairing, Versioned<PairingView>>
{
    // A compiled query belongs to the model that it was first run on, and a process may hold several: one for each engine.
    private static readonly ConditionalWeakTable<IModel, Func<MentorshipDb, PairingId, Task<Row?>>> Compiled = new();

    internal static Task<Row?> Query(MentorshipDb db, PairingId id) => Compiled.GetValue(db.Model, _ => Compile())(db, id);

    private static Func<MentorshipDb, PairingId, Task<Row?>> Compile() => EF.CompileAsyncQuery((MentorshipDb db, PairingId id) =>
        (from p in db.Pairings.AsNoTracking()
         where p.Id == id
         join m in db.Members on p.Mentor equals m.Id
         join n in db.Members on p.Newcomer equals n.Id
         select new Row(p, m.DisplayName, m.Contact, n.DisplayName, n.Contact)).FirstOrDefault());

    public async Task<Versioned<PairingView>> Handle(ReadPairing query, CancellationToken cancellation)
    {
        var (you, now) = (query.Actor.Member, clock.GetCurrentInstant());
        var row = await Query(db, query.Pairing);
        if (row is null || !row.Pairing.IsVisibleTo(you)) throw new NotFound("pairing");
        var (name, contact) = you == row.Pairing.Mentor ? (row.NewcomerName, row.NewcomerContact) : (row.MentorName, row.MentorContact);
        return new(
            row.Pairing.ViewFor(you, name, await Shared(row.Pairing, you, contact, cancellation), now), row.Pairing.VersionFor(you));
    }

    private async Task<SharedContact?> Shared(Pairing pairing, MemberId you, ContactDetails contact, CancellationToken cancellation)
    {
        if (!pairing.State.IsIntroduced()) return null;
        var other = pairing.Pair.OtherThan(you);
        var shares = pairing.SharedBy(other);
        return new(
            await Open(other, ContactDetails.EmailPlace, shares.HasFlag(ContactShare.Email) ? contact.Email : null, cancellation),
            await Open(other, ContactDetails.PhonePlace, shares.HasFlag(ContactShare.Phone) ? contact.Phone : null, cancellation));
    }

    private async Task<string?> Open(MemberId owner, string place, Sealed? value, CancellationToken cancellation) =>
        value is { } text ? await vault.TryOpen(owner, place, owner.Value, text, cancellation) : null;

    internal sealed record Row(Pairing Pairing, string MentorName, ContactDetails MentorContact, string NewcomerName, ContactDetails NewcomerContact);
}
