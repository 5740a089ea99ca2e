namespace Mentorship.Domain.CheckIns;

/// <summary>The monthly pulse of the relationship, asked of each side by itself; our own items, and never shown to the other side.</summary>
internal static class Pulse
{
    public static readonly IReadOnlyList<Question> Questions =
    [
        new("heard", "I feel heard.", [new("yes", "Yes"), new("partly", "Partly"), new("no", "No")]),
        new("contact-right", "The contact that we have is", [new("too-little", "Too little"), new("about-right", "About right"), new("too-much", "Too much")]),
        new("go-on", "I want to go on.", [new("yes", "Yes"), new("not-sure", "Not sure"), new("no", "No")]),
        new(CheckIns.Questions.Safe, "I feel safe in this contact.", [new("yes", "Yes"), new("not-sure", "Not sure"), new("no", "No")],
            Tells: "Nobody is told by itself, and the other side never sees any of this. You can let the coordinators see it. You can end the "
                + "contact or block the other person without a reason, with your own log-in; a coordinator can show you how."),
    ];
}
