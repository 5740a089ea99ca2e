using FluentValidation;
using Mentorship.Domain;
using Mentorship.Infrastructure.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.Accounts;

/// <summary>
/// What the pages behind the account mails share. GET shows and never acts, for mail scanners open links. A token comes with the path and
/// what a person typed with the form; neither is a handler's argument, because arguments are written to the log at its lowest level.
/// </summary>
public abstract class AccountPage : PageModel
{
    /// <summary>One sentence for the person, when the step could not be done.</summary>
    public string? Problem { get; private set; }

    public string? Token => RouteData.Values["token"] as string;

    protected string? Typed(string field) => Request.HasFormContentType ? (string?)Request.Form[field] : null;

    /// <summary>False when the step was refused; then <see cref="Problem"/> says why and the page is shown again, without what was typed.</summary>
    protected async Task<bool> Try(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (ValidationException invalid)
        {
            return Refuse(StatusCodes.Status400BadRequest, invalid.Errors.First().ErrorMessage);
        }
        catch (RuleBroken broken)
        {
            return Refuse(StatusCodes.Status409Conflict, broken.Message);
        }
        catch (TooManyAttempts slow)
        {
            Response.Headers.RetryAfter = $"{Math.Max(1, (int)Math.Ceiling(slow.Wait.TotalSeconds))}";
            return Refuse(StatusCodes.Status429TooManyRequests, "There were too many tries. Please wait a few minutes, then try again.");
        }
    }

    protected bool Refuse(int status, string sentence)
    {
        (Response.StatusCode, Problem) = (status, sentence);
        return false;
    }
}
