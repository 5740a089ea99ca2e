using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Infrastructure.Tests.Accounts;

/// <summary>These hold in a build with ICU and in one without.</summary>
public class AddressFormTests
{
    private readonly AddressForm _form = new();

    [Theory]
    [InlineData("ann@example.org", "Ann@Example.ORG")]
    [InlineData("josé@example.org", "JOSE\u0301@example.org")]
    [InlineData("ελένη@example.org", "ΕΛΕ\u0301ΝΗ@example.org")]
    public void An_address_has_one_form_however_it_was_typed(string stored, string typed) =>
        Assert.Equal(_form.NormalizeEmail(stored), _form.NormalizeEmail(typed));

    [Theory]
    [InlineData("sam@example.org", "\u017fam@example.org")] // with ICU the long s is an S in capitals
    [InlineData("jose@example.org", "josé@example.org")]
    [InlineData("fi@example.org", "\ufb01@example.org")]
    public void Two_addresses_are_two(string one, string other) =>
        Assert.NotEqual(_form.NormalizeEmail(one), _form.NormalizeEmail(other));
}
