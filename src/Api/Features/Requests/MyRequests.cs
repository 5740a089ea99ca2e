using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Requests;

/// <summary>The caller's own requests, open and closed, oldest first.</summary>
public sealed record MyRequests(Actor Actor, Cursor After, int Limit) : IQuery<Page<RequestView>>, IActed;

internal sealed class MyRequestsHandler(MentorshipDb db) : IRequestHandler<MyRequests, Page<RequestView>>
{
    public async Task<Page<RequestView>> Handle(MyRequests query, CancellationToken cancellation)
    {
        var page = await db.Requests.AsNoTracking().Where(r => r.Newcomer == query.Actor.Member).After(query.After, r => r.RequestedAt, r => r.Id)
            .OrderBy(r => r.RequestedAt).ThenBy(r => r.Id).ToPage(query.Limit, r => new(r.RequestedAt, r.Id.Value), cancellation);
        return new([.. page.Items.Select(r => r.ViewFor(query.Actor))], page.Next);
    }
}
