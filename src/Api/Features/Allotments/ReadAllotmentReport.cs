using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Mentorship.Api.Features.Allotments;

/// <summary>The report of an allotment, as it was worked out. 409 <c>allotment-wrong-state</c> before it is ready.</summary>
public sealed record ReadAllotmentReport(Actor Actor, AllotmentId Allotment) : IQuery<AllotmentReportView>, IActed;

internal sealed class ReadAllotmentReportHandler(MentorshipDb db) : IRequestHandler<ReadAllotmentReport, AllotmentReportView>
{
    public async Task<AllotmentReportView> Handle(ReadAllotmentReport query, CancellationToken cancellation)
    {
        var found = await db.Allotments.AsNoTracking()
            .Where(d => d.Id == query.Allotment).Select(d => new { d.Report }).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFound("allotment");
        if (found.Report is not { } report)
            throw new RuleBroken("allotment-wrong-state", "There is no report before the allotment is ready.");
        return AllotmentReportView.Of(report, await Names.Of(db, cancellation));
    }
}
