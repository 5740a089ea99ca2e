namespace Mentorship.Domain.Notices;

/// <summary>Every text of a notice in English: the first line is the subject, the lines after the blank one the text.</summary>
internal static class EnglishTexts
{
    private static readonly Dictionary<NoticeKind, NoticeText> Texts = new()
    {
        [NoticeKind.Invitation] = Text("""
            An invitation for you

            You have been invited to join us. The page below says who asked,
            and what it is for:

            {link}

            Nothing happens unless you open it and say yes.
            """),

        [NoticeKind.ConfirmAddress] = Text("""
            Please confirm your address

            Please confirm that this address is yours:

            {link}

            If you did not ask for this, you can leave this note alone.
            """),

        [NoticeKind.AccountExists] = Text("""
            You have an account already

            Someone asked to open an account with this address. There is one
            already. If it was you, you can sign in here, or ask for a new
            password:

            {link}

            If it was not you, you can leave this note alone.
            """),

        [NoticeKind.ResetPassword] = Text("""
            Choose a new password

            Someone asked for a new password for this address. If it was you,
            you can choose it here:

            {link}

            If it was not you, leave this note alone. Your password stays as it is.
            """),

        [NoticeKind.RequestReceived] = Text("""
            We have what you sent

            Thank you. What you sent has arrived, and a person will look at it.
            We will write again when there is news. You can see how it stands,
            or change your mind, here:

            {link}
            """),

        [NoticeKind.PairingOffered] = Text("""
            A question is waiting for you

            There is a question for you. You can say yes or no, both are fine,
            and you do not need to give a reason:

            {link}
            """),

        [NoticeKind.PairingIntroduced] = Text("""
            There is news for you

            There is news for you, and something you can do now:

            {link}
            """),

        [NoticeKind.PairingEnded] = Text("""
            Something has changed

            Something has changed, and you should hear it from us. It is not a
            judgement on you. You can see what changed, and what you can do now,
            here:

            {link}
            """),

        [NoticeKind.CheckInDue] = Text("""
            You have a note waiting

            You have a note waiting. It takes about a minute:

            {link}

            You can change or stop these notes in your settings.
            """),

        [NoticeKind.CheckInRepeat] = Text("""
            Your note is still here

            The note from before is still here, if you would like to answer it:

            {link}

            If now is not a good time, that is fine too.
            You can change or stop these notes in your settings.
            """),

        [NoticeKind.CheckInCatchUp] = Text("""
            A note that comes late

            This note comes late. That was our fault, and you have missed nothing.
            If you would like to answer it now:

            {link}

            You can change or stop these notes in your settings.
            """),

        [NoticeKind.SomeoneAsksForContact] = Text("""
            A note that should not wait

            Someone hopes to hear from you today. Please open this as soon as
            you can:

            {link}
            """),

        [NoticeKind.CoordinatorLook] = Text("""
            Something for you to look at

            There is something on your list that needs you:

            {link}
            """),
    };

    internal static NoticeText Of(NoticeKind kind) => Texts[kind];

    private static NoticeText Text(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new NoticeText(lines[0], lines[2..]);
    }
}
