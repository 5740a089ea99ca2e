using Mentorship.Domain.Notices;

namespace Mentorship.Domain.Tests.Notices;

public sealed class NoticeTextTests
{
    private static readonly Uri Link = new("https://notes.example/a/" + new string('k', 64));

    public static TheoryData<NoticeKind> Kinds => new(Enum.GetValues<NoticeKind>());

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_has_a_text_without_a_telling_word(NoticeKind kind)
    {
        var text = NoticeText.For(kind);

        Assert.Empty(TellingWords.FindIn(text.Subject));
        Assert.Empty(TellingWords.FindIn(text.Body(Link)));
        Assert.Empty(TellingWords.FindIn(text.AsPossibleRepeat().Body(Link)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_text_speaks_of_no_pairing_and_no_community(NoticeKind kind)
    {
        var said = (NoticeText.For(kind).Subject + "\n" + NoticeText.For(kind).Body(Link)).ToLowerInvariant();

        Assert.DoesNotContain(["mentor", "newcomer", "pairing", "partner", "community", "group", "member", "check-in", "help", "talk"],
            word => said.Contains(word));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_text_is_plain_short_lines_with_the_link_alone_on_one(NoticeKind kind)
    {
        var text = NoticeText.For(kind);

        Assert.All(text.Lines, line => Assert.InRange(line.Length, 0, 78));
        Assert.All(text.Lines.Append(text.Subject), line => Assert.Matches("^[ -~]*$", line));
        Assert.InRange(text.Subject.Length, 5, 40);
        Assert.Single(text.Lines, line => line.Contains('{'));
        Assert.Single(text.Body(Link).Split('\n'), Link.AbsoluteUri);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void No_text_sends_anybody_to_an_app_or_to_settings_which_are_not_there(NoticeKind kind) =>
        Assert.DoesNotMatch(@"\b(apps?|settings)\b", NoticeText.For(kind).Body(Link));

    [Fact]
    public void No_two_kinds_share_a_subject()
    {
        var subjects = Enum.GetValues<NoticeKind>().Select(kind => NoticeText.For(kind).Subject).ToList();

        Assert.Equal(subjects.Count, subjects.Distinct().Count());
    }

    [Fact]
    public void A_text_that_needs_a_link_is_not_written_without_one() =>
        Assert.Throws<ArgumentException>(() => NoticeText.For(NoticeKind.CheckInDue).Body(null));

    [Fact]
    public void A_text_without_a_place_for_a_link_needs_none() =>
        Assert.Equal("One line.\n", new NoticeText("A note", ["One line."]).Body(null));

    [Fact]
    public void A_call_for_help_sent_again_says_that_it_may_be_a_repeat()
    {
        var first = NoticeText.For(NoticeKind.SomeoneAsksForContact);
        var again = first.AsPossibleRepeat();

        Assert.Equal(first.Subject, again.Subject);
        Assert.StartsWith("You may have had this note before.", again.Body(Link));
        Assert.EndsWith(first.Body(Link), again.Body(Link));
    }

    [Fact]
    public void The_stored_ids_of_the_kinds_do_not_change()
    {
        string[] ids =
        [
            "invitation", "confirm-address", "account-exists", "reset-password", "confirm-contact", "contact-changed", "request-received",
            "pairing-offered", "pairing-introduced", "pairing-ended", "check-in-due", "hello-wished-for", "someone-asks-for-contact", "coordinator-look", "kind-word",
            "check-in-repeated", "check-in-other-way", "hello-unless-fine", "hello-might-be-welcome", "coordinator-look-later",
        ];

        Assert.Equal(ids, Enum.GetValues<NoticeKind>().Select(kind => kind.Id()));
        Assert.Equal(Enum.GetValues<NoticeKind>(), ids.Select(NoticeKindIds.Parse));
        Assert.Throws<FormatException>(() => NoticeKindIds.Parse("CheckInDue"));
    }
}
