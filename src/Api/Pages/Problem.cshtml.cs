using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages;

/// <summary>What a person with a browser sees instead of problem details; shown in place of any page that failed, whatever its method.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    public bool Ours => Response.StatusCode >= StatusCodes.Status500InternalServerError;

    public bool TooOften => Response.StatusCode == StatusCodes.Status429TooManyRequests;

    /// <summary>Opened by its own address there is nothing to see either.</summary>
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
