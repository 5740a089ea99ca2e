using Hangfire;
using Mentorship.Infrastructure;

namespace Mentorship.Api.Jobs.Hangfire;

/// <summary>
/// Hangfire's dashboard at /operations/jobs, for the policy <c>operator</c>. Outside Development it is closed unless
/// <c>Jobs:Dashboard</c> opens it, and whoever is not let in is answered 404, as if there were nothing.
/// </summary>
internal static class JobDashboard
{
    private const string Path = "/operations/jobs";

    public static void MapJobDashboard(this WebApplication app)
    {
        var development = app.Environment.IsDevelopment();
        if (!development && !app.Configuration.Switch("Jobs:Dashboard", otherwise: false)) return;
        var options = new DashboardOptions
        {
            Authorization = [],
            AsyncAuthorization = [new OperatorOnly()],
            DisplayStorageConnectionString = false,
            DashboardTitle = "Jobs",
        };
        // Anonymous to the router, so that no sign-in page answers for it: the filter decides.
        var dashboard = app.MapHangfireDashboard(Path, options).AllowAnonymous();
        if (!development) dashboard.Add(AnswerNotFoundWhenRefused);
    }

    private static void AnswerNotFoundWhenRefused(EndpointBuilder endpoint)
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = async context =>
        {
            await inner(context);
            var refused = context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;
            if (refused && !context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status404NotFound;
        };
    }
}
