using System.Text;
using MediatR;
using Mentorship.Api.Http;
using Mentorship.Api.Http.OpenApi;
using Mentorship.Domain.Members;
using Microsoft.AspNetCore.Mvc;

namespace Mentorship.Api.Features.Imports;

internal static class ImportsEndpoints
{
    public static void MapImports(this RouteGroupBuilder community)
    {
        var imports = community.MapGroup("/imports").WithTags("Imports").RequireRole(Roles.Coordinator);
        imports.MapPost("/mentors", Mentors).Does<ImportMentors>().TakesSpreadsheet().WithSummary("Take over the mentors' spreadsheet; a dry run unless dryRun=false");
        imports.MapPost("/newcomers", Newcomers).Does<ImportNewcomers>().TakesSpreadsheet().WithSummary("Take over the newcomers' spreadsheet; a dry run unless dryRun=false");
        imports.MapGet("/template/mentors", MentorsTemplate).AnswersSpreadsheet("mentorsTemplate").WithSummary("The mentors' spreadsheet as a form with one example");
        imports.MapGet("/template/newcomers", NewcomersTemplate).AnswersSpreadsheet("newcomersTemplate").WithSummary("The newcomers' spreadsheet as a form with one example");
    }

    private static async Task<IResult> Mentors(
        CurrentMember me, IMediator mediator, HttpRequest request, CancellationToken cancellation, bool dryRun = true, bool partial = false) =>
        Answer(await mediator.Send(new ImportMentors(me.Actor, await UploadedFile.Read(request, cancellation), dryRun, partial), cancellation));

    private static async Task<IResult> Newcomers(
        CurrentMember me, IMediator mediator, HttpRequest request, CancellationToken cancellation, bool dryRun = true, bool partial = false) =>
        Answer(await mediator.Send(new ImportNewcomers(me.Actor, await UploadedFile.Read(request, cancellation), dryRun, partial), cancellation));

    private static IResult MentorsTemplate() => Template("mentors.csv", ImportTemplates.Mentors);

    private static IResult NewcomersTemplate() => Template("newcomers.csv", ImportTemplates.Newcomers);

    private static RouteHandlerBuilder TakesSpreadsheet(this RouteHandlerBuilder import) => import.TakesUpTo(UploadedFile.MostBytesOfRequest)
        .Accepts<string>("text/csv", "multipart/form-data")
        .Produces<ImportReport>()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static RouteHandlerBuilder AnswersSpreadsheet(this RouteHandlerBuilder template, string name) => template.WithName(name)
        .WithDescription("A file of comma-separated values in UTF-8: the header that an import expects, and one row.")
        .Produces<string>(contentType: "text/csv");

    /// <summary>422 with the whole report when nothing was saved that was to be saved.</summary>
    private static IResult Answer(ImportReport report)
    {
        if (report.DryRun || report.Saved) return TypedResults.Ok(report);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Detail = "Nothing was saved, because some rows are not right; errors says where and what would be. Mend them, or send partial=true to take the others.",
        };
        problem.Extensions["code"] = "import-has-errors";
        foreach (var (name, value) in Fields(report)) problem.Extensions[name] = value;
        return TypedResults.Problem(problem);
    }

    private static IEnumerable<(string, object)> Fields(ImportReport report) =>
    [
        ("dryRun", report.DryRun), ("saved", report.Saved), ("rows", report.Rows), ("added", report.Added), ("changed", report.Changed),
        ("unchanged", report.Unchanged), ("skipped", report.Skipped), ("errors", report.Errors), ("moreErrors", report.MoreErrors),
        ("kept", report.Kept), ("moreKept", report.MoreKept), ("notes", report.Notes),
    ];

    private static IResult Template(string name, string text) =>
        TypedResults.File(Encoding.ASCII.GetBytes(text), "text/csv; charset=utf-8; header=present", name);
}
