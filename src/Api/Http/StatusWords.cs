namespace Mentorship.Api.Http;

/// <summary>The stable code and the sentence of an error status when nothing more is known.</summary>
internal static class StatusWords
{
    public static (string Code, string Sentence) Of(int status) => status switch
    {
        400 => ("request-unreadable", "The request could not be read. Compare it with the API's documentation."),
        401 => ("sign-in-needed", "Sign in, and send the access token as Authorization: Bearer."),
        403 => ("role-needed", "This needs a role that you do not have in this community."),
        404 => ("not-found", "There is nothing here, or nothing that is yours to see."),
        405 => ("method-not-allowed", "This cannot be done here. Allow names what can."),
        409 => ("changed-meanwhile", "This cannot be done as things stand. Load it again and repeat the step."),
        412 => ("version-stale", "If-Match must be the ETag of the version that you loaded."),
        413 => ("too-large", "This is larger than what is taken here."),
        415 => ("media-type-unsupported", "Send the body as application/json."),
        422 => ("content-refused", "The body was understood, but cannot be taken as it is."),
        428 => ("version-needed", "Send If-Match with the ETag of the version that you loaded."),
        429 => ("too-many-requests", "There were too many tries. Wait as many seconds as Retry-After says, then try again."),
        >= 500 => ("internal-error", "Something failed on our side. Nothing was changed; try again in a while."),
        _ => ("request-refused", "The request cannot be taken as it is."),
    };
}
