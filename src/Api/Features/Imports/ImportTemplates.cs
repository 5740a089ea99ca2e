using Mentorship.Api.Features.Imports.Reading;

namespace Mentorship.Api.Features.Imports;

/// <summary>The two spreadsheets as forms: the header and one line as an example. No cell begins as a formula does.</summary>
internal static class ImportTemplates
{
    public static readonly string Mentors = Form(MentorRow.Columns,
        "Robin E.,robin@example.org,,aa; na,woman,45,en; es,Europe/Berlin,Mon 18:00-21:00; Sat 09:00-12:00,"
        + "in-person; video; phone; text,52.52,13.40,25,2015-03-01,2,any,parent; veteran,sponsor; temporary-contact,2025-02-01,yes");

    public static readonly string Newcomers = Form(NewcomerRow.Columns,
        "Sam N.,sam@example.org,,aa,man,31,en,Europe/Berlin,Tue 18:00-21:00; Sun 10:00-12:00,video; phone,52.52,13.40,15,"
        + "2025-01-05,any,no,30,60,parent,secular,sponsor,2025-02-01T09:00:00Z");

    private static string Form(IReadOnlyList<string> columns, string example) => $"{string.Join(',', columns)}\r\n{example}\r\n";
}
