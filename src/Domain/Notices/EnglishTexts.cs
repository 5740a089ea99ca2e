namespace Mentorship.Domain.Notices;

/// <summary>Every text of a notice in English: the first line is the subject, the lines after the blank one the text.</summary>
internal static partial class EnglishTexts
{
    private static readonly Dictionary<NoticeKind, NoticeText> Texts = new()
    {
        [NoticeKind.RequestReceived] = Text("""
            We have what you sent

            Thank you. What you sent has arrived, and a person will look at it.
            We will write again when there is news. In the app you can see how it
            stands, or change your mind. This note was sent from

            {link}
            """),

        [NoticeKind.PairingOffered] = Text("""
            A question is waiting for you

            There is a question for you in the app. You can say yes or no, both are
            fine, and you do not need to give a reason. This note was sent from

            {link}
            """),

        [NoticeKind.PairingIntroduced] = Text("""
            There is news for you

            There is news for you in the app, and something you can do now.
            This note was sent from

            {link}
            """),

        [NoticeKind.PairingEnded] = Text("""
            Something has changed

            Something has changed, and you should hear it from us. It is not a
            judgement on you. The app shows what changed, and what you can do now.
            This note was sent from

            {link}
            """),

        [NoticeKind.CheckInDue] = Text("""
            You have a note waiting

            You have a note waiting. It takes about a minute:

            {link}

            You can change or stop these notes in your settings.
            """),

        [NoticeKind.HelloWishedFor] = Text("""
            A hello would be welcome

            Someone would be glad of a hello from you, whenever it suits you. It is
            not urgent. Your inbox in the app says who it is. This note was sent from

            {link}
            """),

        [NoticeKind.SomeoneAsksForContact] = Text("""
            A note that should not wait

            Someone hopes to hear from you today. Please call or write to them as
            soon as you can. Your inbox in the app says who it is. This note was
            sent from

            {link}
            """),

        [NoticeKind.CoordinatorLook] = Text("""
            Something for you to look at

            There is something on your list in the app that needs you. This note was
            sent from

            {link}
            """),

        [NoticeKind.KindWord] = Text("""
            Something kind for you

            There is something kind for you in the app. It can wait until you like
            to look. This note was sent from

            {link}
            """),

        [NoticeKind.CheckInRepeated] = Text("""
            Your note is still waiting

            Your note is still waiting, in case it slipped by. It takes about a
            minute, and we will not repeat it again this way:

            {link}

            You can change or stop these notes in your settings.
            """),

        [NoticeKind.CheckInOtherWay] = Text("""
            An earlier note is here for you

            An earlier note is still here for you. If it does not suit you, you can
            simply leave it:

            {link}

            You can change or stop these notes in your settings.
            """),

        [NoticeKind.HelloUnlessFine] = Text("""
            Are you fine?

            We have not heard from you for a while. That is all right. We will let
            your contact know that you might like a hello, unless you open this
            page and say that you are fine:

            {link}

            You can change or stop these notes in your settings.
            """),

        [NoticeKind.HelloMightBeWelcome] = Text("""
            A hello might be welcome

            Someone whom you know might be glad of a hello from you, whenever it
            suits you. It is not urgent, and we know nothing more. Your inbox in
            the app says who it is. This note was sent from

            {link}
            """),

        [NoticeKind.CoordinatorLookLater] = Text("""
            Something new on your list

            There is something new on your list in the app. It can wait until it
            suits you. This note was sent from

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
