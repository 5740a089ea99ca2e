using System.Text;

namespace Mentorship.Infrastructure.Protection;

/// <summary>
/// Joins accents with their lower-case Latin, Greek and Cyrillic letters as Unicode's normalisation form C does. Most builds run
/// without ICU (InvariantGlobalization), where <see cref="string.Normalize()"/> leaves every text as it is.
/// </summary>
internal static class Accents
{
    // The combining mark's code point, then letter and joined letter by turns; from the Unicode Character Database.
    private const string Table = """
        0300 aàeèiìoòuùüǜnǹеѐиѝēḕōṑwẁâầăằêềôồơờưừyỳ
        0301 aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿϊΐαάεέηήιίϋΰοόυύωώгѓкќçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ
        0302 aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ
        0303 aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ
        0304 aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳиӣуӯgḡḷḹṛṝ
        0306 aăeĕgğiĭoŏuŭийуўжӂаӑеӗȩḝạặ
        0307 cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ
        0308 aäeëiïoöuüyÿιϊυϋеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹhḧõṏūṻwẅxẍtẗ
        0309 aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ
        030a aåuůwẘyẙ
        030b oőuűуӳ
        030c cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ
        030f aȁeȅiȉoȍrȑuȕѵѷ
        0311 aȃeȇiȋoȏrȓuȗ
        031b oơuư
        0323 bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ
        0324 uṳ
        0325 aḁ
        0326 sștț
        0327 cçgģkķlļnņrŗsştţeȩdḑhḩ
        0328 aąeęiįuųoǫ
        032d dḓeḙlḽnṋtṱuṷ
        032e hḫ
        0330 eḛiḭuṵ
        0331 bḇdḏkḵlḻnṉrṟtṯzẕhẖ
        """;

    private static readonly Dictionary<(char Letter, char Mark), char> Pairs = Table.Split('\n').SelectMany(PairsOf).ToDictionary();

    public static string Joined(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var next in text)
        {
            if (joined.Length > 0 && Pairs.TryGetValue((joined[^1], next), out var letter))
                joined[^1] = letter;
            else
                joined.Append(next);
        }
        return joined.ToString();
    }

    private static IEnumerable<KeyValuePair<(char, char), char>> PairsOf(string line)
    {
        var mark = (char)Convert.ToInt32(line[..4], 16);
        return line[5..].Trim().Chunk(2).Select(pair => KeyValuePair.Create((pair[0], mark), pair[1]));
    }
}
