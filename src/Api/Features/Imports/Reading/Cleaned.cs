using System.Text;

namespace Mentorship.Api.Features.Imports.Reading;

/// <summary>A cell without what cannot be seen: special spaces become plain ones, marks without width go, ends are trimmed.</summary>
internal static class Cleaned
{
    private const string Spaces = "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";
    private const string WithoutWidth = "\u00AD\u200B\u200E\u200F\u2060\uFEFF";

    public static string Of(string cell)
    {
        if (cell.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return cell.Trim(); // plain ASCII, as nearly all are
        var text = new StringBuilder(cell.Length);
        foreach (var c in cell)
            if (Spaces.Contains(c)) text.Append(' ');
            else if (!WithoutWidth.Contains(c)) text.Append(c);
        return text.ToString().Trim();
    }
}
