using Mentorship.Domain.Members;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>Cells that say who somebody is and how to reach them.</summary>
internal static class ContactCells
{
    private static readonly Fault NameTooLong = new("display-name-too-long", "At most 50 characters.");
    private static readonly Fault NameIsEmail = new("display-name-is-email",
        "Use the name that others see, such as a first name and an initial, not an e-mail address.");
    private static readonly Fault NameCharacters = new("display-name-characters",
        "Begin with a letter or digit, and use no line breaks or unreadable characters.");
    private static readonly Fault NotEmail = new("email-invalid", "One address, such as name@example.org.");
    private static readonly Fault EmailAsFormula = new("email-as-formula",
        "Begin with a letter or digit: a spreadsheet program takes this for a formula. Whoever has such an address is added by hand.");
    private static readonly Fault NotPhone = new("phone-invalid",
        "The number with + and the country code, such as +15550100000. Format the column as text, so that the spreadsheet keeps the +.");

    public static Cell<string> DisplayName(string text)
    {
        if (text.Length > DisplayNames.Longest) return NameTooLong;
        if (text.IndexOf('@') > 0) return NameIsEmail;
        return DisplayNames.IsFit(text) ? text : NameCharacters;
    }

    /// <summary>
    /// RFC 5321 allows an address to begin with =, + or -. In a spreadsheet that is a slip or a trap, and a file that we write could not
    /// hold it as it is.
    /// </summary>
    public static Cell<string> Email(string text) =>
        !EmailAddress.IsValid(text) ? NotEmail
        : text is ['=' or '+' or '-', ..] ? EmailAsFormula
        : text;

    public static Cell<string> Phone(string text) => PhoneNumber.InE164(text) is { } number ? number : NotPhone;
}
