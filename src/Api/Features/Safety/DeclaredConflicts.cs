using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Safety;

/// <summary>The conflicts that coordinators declared, oldest first; the blocks of members are not among them.</summary>
public sealed record DeclaredConflicts(Actor Actor, Cursor After, int Limit) : IQuery<Page<DeclaredConflict>>, IActed;

/// <param name="Id">The conflict.</param>
/// <param name="OneId">One member.</param>
/// <param name="OneName">Their display name.</param>
/// <param name="OtherId">The other member.</param>
/// <param name="OtherName">Their display name.</param>
/// <param name="At">UTC.</param>
public sealed record DeclaredConflict(Guid Id, Guid OneId, string OneName, Guid OtherId, string OtherName, Instant At);

internal sealed class DeclaredConflictsHandler(MentorshipDb db) : IRequestHandler<DeclaredConflicts, Page<DeclaredConflict>>
{
    public Task<Page<DeclaredConflict>> Handle(DeclaredConflicts query, CancellationToken cancellation) => (
            from b in db.Blocks.AsNoTracking().After(query.After, b => b.At, b => b.Id)
            where b.Reason == BlockReason.Conflict
            join one in db.Members on b.By equals one.Id
            join other in db.Members on b.Against equals other.Id
            orderby b.At, b.Id
            select new DeclaredConflict(b.Id.Value, one.Id.Value, one.DisplayName, other.Id.Value, other.DisplayName, b.At))
        .ToPage(query.Limit, b => new(b.At, b.Id), cancellation);
}
