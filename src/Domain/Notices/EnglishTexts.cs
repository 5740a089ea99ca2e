namespace Mentorship.Domain.Notices;

/// <summary>Every text of a notice in English: the first line is the subject, the lines after the blank one the text.</summary>
internal static partial class EnglishTexts
{
    private static readonly Dictionary<NoticeKind, NoticeText> Texts = new()
    {
        [NoticeKind.RequestReceived] = Text("""
            We have what you sent

            Thank you. What you sent has arrived, and a person will look at it.
            We will write again when there is news. With your own log-in you can see
            how it stands, or change your mind; a coordinator can show you how.
            What we tell you stands here too:

            {link}
            """),

        [NoticeKind.PairingOffered] = Text("""
            A question is waiting for you

            There is a question for you. You can say yes or no, both are fine, and
            you do not need to give a reason. You answer it with your own log-in; a
            coordinator can show you how. What we tell you stands here too:

            {link}
            """),

        [NoticeKind.PairingIntroduced] = Text("""
            There is news for you

            There is news for you, and something you can do now. You see it with your
            own log-in, and a coordinator can show you how:

            {link}
            """),

        [NoticeKind.PairingEnded] = Text("""
            Something has changed

            Something has changed, and you should hear it from us. It is not a
            judgement on you. You see what changed with your own log-in, and a
            coordinator can show you what you can do now:

            {link}
            """),

        [NoticeKind.CheckInDue] = Text("""
            You have a note waiting

            You have a note waiting. It takes about a minute:

            {link}

            Many mail programs have a button that stops these notes. With your own
            log-in you can change them too; a coordinator can show you how.
            """),

        [NoticeKind.HelloWishedFor] = Text("""
            A hello would be welcome

            Someone would be glad of a hello from you, whenever it suits you. It is
            not urgent. You see with your own log-in who it is; a coordinator can
            show you how:

            {link}
            """),

        [NoticeKind.SomeoneAsksForContact] = Text("""
            A note that should not wait

            Someone hopes to hear from you today. Please call or write to them as
            soon as you can. A coordinator can tell you who it is, and you see it
            with your own log-in:

            {link}
            """),

        [NoticeKind.CoordinatorLook] = Text("""
            Something for you to look at

            There is something on your list that needs you. You see it with your own
            log-in. What we tell you stands here too:

            {link}
            """),

        [NoticeKind.KindWord] = Text("""
            Something kind for you

            There is something kind for you. It can wait until you like to look: you
            see it with your own log-in, and a coordinator can show you how:

            {link}
            """),

        [NoticeKind.CheckInRepeated] = Text("""
            Your note is still waiting

            Your note is still waiting, in case it slipped by. It takes about a
            minute, and we will not repeat it again this way:

            {link}

            Many mail programs have a button that stops these notes. With your own
            log-in you can change them too; a coordinator can show you how.
            """),

        [NoticeKind.CheckInOtherWay] = Text("""
            An earlier note is here for you

            An earlier note is still here for you. If it does not suit you, you can
            simply leave it:

            {link}

            Many mail programs have a button that stops these notes. With your own
            log-in you can change them too; a coordinator can show you how.
            """),

        [NoticeKind.HelloUnlessFine] = Text("""
            Are you fine?

            We have not heard from you for a while. That is all right. We will let
            your contact know that you might like a hello, unless you open this
            page and say that you are fine:

            {link}

            Many mail programs have a button that stops these notes. With your own
            log-in you can change them too; a coordinator can show you how.
            """),

        [NoticeKind.HelloMightBeWelcome] = Text("""
            A hello might be welcome

            Someone whom you know might be glad of a hello from you, whenever it
            suits you. It is not urgent, and we know nothing more. You see with your
            own log-in who it is; a coordinator can show you how:

            {link}
            """),

        [NoticeKind.CoordinatorLookLater] = Text("""
            Something new on your list

            There is something new on your list. It can wait until it suits you, and
            you see it with your own log-in. What we tell you stands here too:

            {link}
            """),
    };

    internal static NoticeText Of(NoticeKind kind) => Texts.TryGetValue(kind, out var text) ? text : AccountTexts[kind];

    private static NoticeText Text(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new NoticeText(lines[0], lines[2..]);
    }
}
