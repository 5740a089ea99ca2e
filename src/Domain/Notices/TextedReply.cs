namespace Mentorship.Domain.Notices;

/// <summary>What is said back to an answered text: neutral, one segment, as every text (<see cref="SmsText"/>).</summary>
public static class TextedReply
{
    public const string
        Stopped = "You will get no more notes here. Everything waits for you in the app. Reply START to get them again.",
        Started = "You will get notes here again. Reply STOP to end them.",
        Help = "Short notes come here because you asked for them. Reply 3 to be called. STOP ends them. In an emergency call your local emergency number.",
        Thanks = "Thank you. We have that.",
        GoodToKnow = "Good to know. Nobody is told anything.",
        SomeoneIsTold = "Thank you. Someone is being told. In an emergency call your local emergency number.",
        NothingOpen = "Thank you. There is no note open at this moment.",
        PersonLooks = "Nobody can read messages here. A person will get in touch, maybe in a day. Reply 3 to be called. In an emergency call your local emergency number.";
}
