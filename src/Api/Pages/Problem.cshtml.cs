using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages;

/// <summary>What a person with a browser sees instead of problem details; shown in place of any page that failed, whatever its method.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    /// <summary>What happened, and what to do now.</summary>
    public (string Title, string Sentences) Words => Response.StatusCode switch
    {
        400 or 413 or 415 => ("This could not be read", "Nothing was changed. Please open the page again and send it once more."),
        405 => ("This cannot be done here", "Nothing was changed. Please open the link of your note again."),
        409 or 412 => ("Something else came first", "Nothing was changed. Please open the page again and see where it stands."),
        429 => ("Please wait a moment", "There were too many tries from here. Nothing is lost. Wait a minute or two, then open the address again."),
        >= 500 => ("Something failed on our side", "Nothing was changed. Please try again in a while."),
        _ => ("There is nothing to see here", "The address may be cut off, or what it showed has ended. Nothing is lost, and nothing more needs to be done."),
    };

    // Without a handler the framework would answer 200 to OPTIONS.
    public void OnOptions()
    {
    }

    /// <summary>Opened by its own address there is nothing to see either.</summary>
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        if (Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
