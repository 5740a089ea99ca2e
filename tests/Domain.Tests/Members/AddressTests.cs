using Mentorship.Domain.Members;

namespace Mentorship.Domain.Tests.Members;

public sealed class AddressTests
{
    [Theory]
    [InlineData("rosa@example.org")]
    [InlineData("rosa.t+notes@mail.example.co.uk")]
    [InlineData("rosa@bücher.example")]
    public void An_address_that_mail_can_go_to_is_valid(string text) => Assert.True(EmailAddress.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("rosa")]
    [InlineData("rosa@localhost")]
    [InlineData("rosa@example.org, other@example.org")]
    [InlineData("Rosa <rosa@example.org>")]
    [InlineData("\"rosa t\"@example.org")]
    [InlineData("rosa@@example.org")]
    [InlineData("rosa..t@example.org")]
    [InlineData(".rosa@example.org")]
    [InlineData("rosa.@example.org")]
    [InlineData("rös@example.org")]
    [InlineData("rosa@-example.org")]
    [InlineData("rosa@example.org\r\nBcc: other@example.org")]
    public void One_that_could_be_read_otherwise_is_not(string text) => Assert.False(EmailAddress.IsValid(text));

    [Fact]
    public void An_address_of_more_than_254_characters_is_not_valid() =>
        Assert.False(EmailAddress.IsValid("rosa@" + string.Join('.', Enumerable.Repeat("example", 32)) + ".org"));

    [Theory]
    [InlineData("+15550100000", "+15550100000")]
    [InlineData("00353 1 555-0177", "+35315550177")]
    [InlineData("+44 (20) 7946.0018", "+442079460018")]
    public void A_number_is_kept_in_the_form_of_E_164(string text, string kept) => Assert.Equal(kept, PhoneNumber.InE164(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5550100")]
    [InlineData("+0 555 0100")]
    [InlineData("+1555")]
    [InlineData("+1234567890123456")]
    [InlineData("call me")]
    public void Anything_else_is_no_number(string? text) => Assert.Null(PhoneNumber.InE164(text));
}
