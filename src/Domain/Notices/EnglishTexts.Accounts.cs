namespace Mentorship.Domain.Notices;

/// <summary>What goes to an address that may belong to no member yet, or no more.</summary>
internal static partial class EnglishTexts
{
    private static readonly Dictionary<NoticeKind, NoticeText> AccountTexts = new()
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

        [NoticeKind.ConfirmContact] = Text("""
            Is this your address?

            Please confirm that this address is yours, and that notes for you may
            come here:

            {link}

            If you did not ask for this, you can leave this note alone.
            """),

        [NoticeKind.ContactChanged] = Text("""
            Your address was changed

            Notes for you go to another address from now on. If you changed it,
            there is nothing to do. If you did not, you can sign in here and set
            your address again:

            {link}
            """),
    };
}
