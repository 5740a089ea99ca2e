using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Pages.Inbox;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>That a call was heard, for who made it and wonders.</summary>
internal static class CallWords
{
    public static string Of(OpenCall call) =>
        $"You asked on {NotesModel.InWords(call.At, call.ZoneId)} to hear from someone. "
        + (call.HasLeft ? "That was passed on; they may not have seen it yet." : "That is kept, and is being passed on.");
}
