namespace Mentorship.Domain.Notices;

/// <summary>
/// The deny-list as data, one entry between commas. A star stands for any ending. A space stands for a space, a hyphen,
/// an underscore or nothing ("al anon" is also al-anon and alanon). Without a star an entry is a whole word.
/// </summary>
internal static class TellingWordList
{
    internal static readonly string[] Words = Entries("""
        anonymous, alcohol*, narcotic*, cocaine, crystal meth, marijuana, gambl*, overeat*, recover*, sobriety, dharma,
        adult children, life ring, al anon, alateen, nar anon, gam anon, fellowship*, intergroup*, home group, home groups,

        sober*, clean, cleaned, cleaner, cleaners, cleanest, cleaning, cleanliness, cleanly, cleanness, cleans,
        sponsor*, cosponsor*, sponsee*, relaps*, abstain*, abstinen*, rehab*, detox*, addict*, codependen*, co dependen*,
        meeting, meetings, step, steps, stepped, stepping, stepwork, stepworking, big book, higher power, serenity,
        just for today, one day at a time, key tag, key tags,

        drink, drinks, drinker, drinkers, drinking, drank, drunk, drunks, drunkard, drunkards, drunken, drunkenness,
        booze, boozed, boozer, boozers, boozing, boozy, beer, beers, wine, wines, vodka, whisky, whiskey, liquor,
        drug, drugs, drugged, drugging, druggie, druggies, overdos*, intoxicat*, substance use, substance abuse,
        substance misuse, meth, methadone, methamphetamine*, amphetamine*, heroin, opioid*, opiate*, opium, cannabis,
        fentanyl, naloxone, narcan, junkie, junkies, crave, craved, craves, craving, cravings,
        bet, bets, betting, bettor, bettors, casino, casinos, wager*,

        helpline*, find a helpline, hotline*, lifeline*, drinkline, samaritan*, samhsa, gamcare, sadag, tele manas,
        crisis*, crises, suicid*
        """);

    /// <summary>Initials that are no word of their own, in either case.</summary>
    internal static readonly string[] Initials = Entries("aa, na, ga, oa, cma, dra, aca, acoa, wfs");

    /// <summary>Initials and names that small letters turn into a word, a road or the end of a web address: only in capitals.</summary>
    internal static readonly string[] Capitals = Entries("MA, CA, CR, RD, SOS, SMART");

    private static string[] Entries(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
