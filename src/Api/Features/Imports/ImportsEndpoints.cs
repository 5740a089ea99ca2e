using System.Text;
using MediatR;
using Mentorship.Api.Http;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Features.Imports;

internal static class ImportsEndpoints
{
    public static void MapImports(this RouteGroupBuilder community)
    {
        var imports = community.MapGroup("/imports").WithTags("Imports").RequireRole(Roles.Coordinator);
        imports.MapPost("/mentors", Mentors).TakesSpreadsheet("Take over the mentors' spreadsheet; a dry run unless dryRun=false");
        imports.MapPost("/newcomers", Newcomers).TakesSpreadsheet("Take over the newcomers' spreadsheet; a dry run unless dryRun=false");
        imports.MapGet("/template/mentors", MentorsTemplate).WithSummary("The mentors' spreadsheet as a form with one example");
        imports.MapGet("/template/newcomers", NewcomersTemplate).WithSummary("The newcomers' spreadsheet as a form with one example");
    }

    private static async Task<IResult> Mentors(
        CurrentMember me, IMediator mediator, HttpRequest request, CancellationToken cancellation, bool dryRun = true, bool partial = false) =>
        Answer(await mediator.Send(
            new ImportMentors(me.Actor, await UploadedFile.Read(request, cancellation), dryRun, partial), cancellation));

    private static async Task<IResult> Newcomers(
        CurrentMember me, IMediator mediator, HttpRequest request, CancellationToken cancellation, bool dryRun = true, bool partial = false) =>
        Answer(await mediator.Send(
            new ImportNewcomers(me.Actor, await UploadedFile.Read(request, cancellation), dryRun, partial), cancellation));

    private static IResult MentorsTemplate(HttpContext http) => Template(http, "mentors.csv", ImportTemplates.Mentors);

    private static IResult NewcomersTemplate(HttpContext http) => Template(http, "newcomers.csv", ImportTemplates.Newcomers);

    private static RouteHandlerBuilder TakesSpreadsheet(this RouteHandlerBuilder import, string summary) => import
        .WithSummary(summary)
        .Accepts<string>("text/csv", "multipart/form-data")
        .Produces<ImportReport>()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>422 with the whole report when nothing was saved that was to be saved.</summary>
    private static IResult Answer(ImportReport report)
    {
        if (report.DryRun || report.Saved) return TypedResults.Ok(report);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Detail = "Nothing was saved: errors says what is not right, where, and what would be. With partial=true the other rows are taken.",
        };
        problem.Extensions["code"] = "import-has-errors";
        foreach (var (name, value) in Fields(report)) problem.Extensions[name] = value;
        return TypedResults.Problem(problem);
    }

    private static IEnumerable<(string, object)> Fields(ImportReport report) =>
    [
        ("dryRun", report.DryRun), ("saved", report.Saved), ("rows", report.Rows), ("added", report.Added), ("changed", report.Changed),
        ("unchanged", report.Unchanged), ("skipped", report.Skipped), ("errors", report.Errors), ("moreErrors", report.MoreErrors),
        ("notes", report.Notes),
    ];

    private static IResult Template(HttpContext http, string name, string text)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(Encoding.ASCII.GetBytes(text), "text/csv; charset=utf-8; header=present", name);
    }
}
