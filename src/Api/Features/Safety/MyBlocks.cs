using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Safety;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Features.Safety;

/// <summary>The blocks that the caller has set; nobody sees one that was set against them.</summary>
public sealed record MyBlocks(Actor Actor, Cursor After, int Limit) : IQuery<Page<MyBlock>>, IActed;

/// <param name="Id">The block.</param>
/// <param name="DisplayName">Whom you blocked.</param>
/// <param name="At">UTC.</param>
public sealed record MyBlock(Guid Id, string DisplayName, Instant At);

internal sealed class MyBlocksHandler(MentorshipDb db) : IRequestHandler<MyBlocks, Page<MyBlock>>
{
    public async Task<Page<MyBlock>> Handle(MyBlocks query, CancellationToken cancellation)
    {
        var rows = await db.Blocks.AsNoTracking()
            .Where(b => b.By == query.Actor.Member && b.Reason == BlockReason.Block).After(query.After, b => b.At, b => b.Id)
            .OrderBy(b => b.At).ThenBy(b => b.Id).Take(query.Limit + 1)
            .Join(db.Members, b => b.Against, m => m.Id, (b, m) => new MyBlock(b.Id.Value, m.DisplayName, b.At)).ToListAsync(cancellation);
        return Page.Of(rows, query.Limit, b => new(b.At, b.Id));
    }
}
