namespace Mentorship.Domain.Notices;

/// <summary>What is said back to an answered text: neutral, one segment, as every text (<see cref="SmsText"/>).</summary>
public static class TextedReply
{
    public const string
        Stopped = "You will get no more notes here. You see everything with your own log-in. Reply START to get them again.",
        Started = "You will get notes here again. Reply STOP to end them.",
        Help = "Short notes come here because you asked for them. STOP ends them. In an emergency call your local emergency number.",
        HelpOrCall = "Short notes come here because you asked for them. STOP ends them. Reply 3 to be called. In an emergency call your local emergency number.",
        Thanks = "Thank you. We have that.",
        SomeoneIsTold = "Thank you. Someone is being told. In an emergency call your local emergency number.",
        NobodyThere = "Thank you. It is kept, but nobody is there now who could be told. Please call someone. In an emergency call your local emergency number.",
        NothingOpen = "Thank you. There is no note open at this moment. Reply 3 to be called.",
        NobodyForHello = "Thank you. Nobody can be told of a hello by this note. Your note is still open. Reply 1 fine, 3 to be called.",
        PersonLooks = "We cannot read messages here. A person will get in touch. Reply 3 to be called. In an emergency call your local emergency number.";
}
