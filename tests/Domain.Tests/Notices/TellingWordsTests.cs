using Mentorship.Domain.Notices;

namespace Mentorship.Domain.Tests.Notices;

public sealed class TellingWordsTests
{
    [Theory]
    [InlineData("Alcoholics Anonymous"), InlineData("Narcotics Anonymous"), InlineData("Cocaine Anonymous")]
    [InlineData("Crystal Meth Anonymous"), InlineData("Marijuana Anonymous"), InlineData("Gamblers Anonymous")]
    [InlineData("Overeaters Anonymous"), InlineData("Dual Recovery Anonymous"), InlineData("Adult Children of Alcoholics")]
    [InlineData("Celebrate Recovery"), InlineData("Recovery Dharma"), InlineData("Refuge Recovery"), InlineData("SMART Recovery")]
    [InlineData("LifeRing Secular Recovery"), InlineData("Women for Sobriety"), InlineData("Secular Organizations for Sobriety")]
    [InlineData("Al-Anon"), InlineData("Nar-Anon"), InlineData("Gam-Anon"), InlineData("SMART Recovery Family & Friends")]
    [InlineData("LifeRing"), InlineData("Alateen"), InlineData("SMART group"), InlineData("Overeaters"), InlineData("Gamblers")]
    public void The_name_of_a_fellowship_is_found(string name)
    {
        Assert.NotEmpty(TellingWords.FindIn(name));
        Assert.NotEmpty(TellingWords.FindIn($"News from {name.ToUpperInvariant()}."));
        Assert.NotEmpty(TellingWords.FindIn($"https://notes.example/{name.Replace(' ', '-')}/list"));
        Assert.NotEmpty(TellingWords.FindIn(name.Replace('-', ' ').Replace(' ', '_')));
    }

    [Theory]
    [InlineData("AA"), InlineData("NA"), InlineData("CA"), InlineData("CMA"), InlineData("MA"), InlineData("GA"), InlineData("OA")]
    [InlineData("DRA"), InlineData("ACA"), InlineData("ACoA"), InlineData("CR"), InlineData("RD"), InlineData("SOS"), InlineData("WFS")]
    public void Initials_are_found_where_they_stand_alone(string initials)
    {
        Assert.NotEmpty(TellingWords.FindIn($"Your {initials} friend"));
        Assert.NotEmpty(TellingWords.FindIn($"({initials})"));
        Assert.NotEmpty(TellingWords.FindIn($"{initials}-London"));
        Assert.NotEmpty(TellingWords.FindIn(string.Join('.', initials.AsEnumerable()).ToUpperInvariant() + "."));
        Assert.Empty(TellingWords.FindIn($"x{initials}x {initials}1 2{initials}"));
    }

    [Theory]
    [InlineData("https://notes.example/aa/list"), InlineData("/pathways/na"), InlineData("https://www.aa.org/"), InlineData("na.example")]
    public void Initials_are_found_in_an_address(string address) => Assert.NotEmpty(TellingWords.FindIn(address));

    [Theory]
    [InlineData("sober soberly Sobriety SOBER sober-living")]
    [InlineData("sponsor sponsors Sponsored sponsoring sponsorship sponsee sponsees sponsor's co-sponsor cosponsored")]
    [InlineData("recovery recovering Recovered recover recoveries")]
    [InlineData("clean cleaned cleaner cleaning cleans CLEAN clean-time")]
    [InlineData("relapse relapses relapsed relapsing")]
    [InlineData("drink drinks drinking drinker drinkers drank drunk drunken")]
    [InlineData("drug drugs drugged DRUG-free")]
    [InlineData("alcohol alcoholic alcoholics alcoholism Alcohol-free")]
    [InlineData("gamble gambles gambled gambler gamblers gambling")]
    [InlineData("meeting meetings Meeting's")]
    [InlineData("step steps stepped 12-step 12step")]
    [InlineData("addict addicts addicted addiction addictive")]
    [InlineData("bet bets betting casino abstinent abstinence abstained craving cravings crave rehab detox overdose overdosed")]
    [InlineData("heroin meth methadone cannabis opioids opiate fentanyl beer wine vodka booze")]
    [InlineData("helpline helplines hotline Lifeline Samaritans SAMHSA Drinkline GamCare crisis suicide suicidal")]
    public void Each_form_of_a_telling_word_is_found(string forms) =>
        Assert.All(forms.Split(' '), form => Assert.NotEmpty(TellingWords.FindIn($"About {form}, soon")));

    [Theory]
    [InlineData("s\u00F3ber"), InlineData("so\u0301ber"), InlineData("\uFF33\uFF2F\uFF22\uFF25\uFF32"), InlineData("so\u00ADber")]
    [InlineData("so\u200Bber"), InlineData("\U0001D412ober"), InlineData("\u24C8ober"), InlineData("\u1E61ober"), InlineData("drin\u212A")]
    public void Accents_invisible_characters_and_other_alphabets_do_not_hide_a_word(string hidden) =>
        Assert.Single(TellingWords.FindIn($"feeling {hidden} today"));

    [Theory]
    [InlineData("cleanup cleanse hometown October sobriquet responsible spontaneous shrug drugget")]
    [InlineData("discover discovery footstep stepmother stepson shrink drinkwater meet meetinghouse better alphabet gambit heroine")]
    [InlineData("method methane cobbler anon synonymous craven cravat stairs smart smartphone sos ma'am ca. rd. 23rd wineglass")]
    [InlineData("nap baa AAA naan canal aardvark China Maria crate nasal Oahu gala")]
    [InlineData("https://notes.example.ga/a https://notes.example.na https://notes.ma/b https://notes.example.ca:8443/c")]
    [InlineData("You have a note waiting. e.g. at 9 a.m. or 10 p.m., i.e. soon")]
    [InlineData("")]
    public void A_false_friend_is_not_found(string text) => Assert.Empty(TellingWords.FindIn(text));

    [Fact]
    public void A_word_is_named_once_and_in_small_letters() =>
        Assert.Equal(["sponsor", "aa"], TellingWords.FindIn("Sponsor, SPONSOR: AA, a sponsor"));

    [Fact]
    public void Every_entry_of_the_list_is_found_by_itself() =>
        Assert.All([.. TellingWordList.Words, .. TellingWordList.Initials, .. TellingWordList.Capitals],
            entry => Assert.Contains(entry.TrimEnd('*').ToLowerInvariant(), TellingWords.FindIn($"A {entry.TrimEnd('*')}.")));

    [Theory]
    [InlineData("al-anon", "al anon"), InlineData("alanon", "ALANON"), InlineData("home\ngroup", "homegroup")]
    public void A_name_of_two_words_is_found_written_together_or_apart(string one, string other)
    {
        Assert.Single(TellingWords.FindIn(one));
        Assert.Single(TellingWords.FindIn(other));
    }
}
