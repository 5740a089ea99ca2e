using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Pages.Inbox;

namespace Mentorship.Api.Pages.CheckIns;

/// <summary>That a call was heard, or a very hard answer, which is told alike: for who gave it and wonders.</summary>
internal static class CallWords
{
    public static string Of(OpenCall call) =>
        $"On {NotesModel.InWords(call.At, call.ZoneId)} a note was made that a word from someone would be good. "
        + (call.HasLeft ? "It was passed on; they may not have seen it yet." : "It is kept, and is being passed on.");
}
