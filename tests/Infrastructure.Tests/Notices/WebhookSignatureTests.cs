using Mentorship.Infrastructure.Notices.Webhook;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class WebhookSignatureTests
{
    [Fact]
    public void It_is_the_one_that_Standard_Webhooks_gives_as_its_example() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""));

    [Fact]
    public void Each_secret_is_a_new_one_of_256_bits()
    {
        var secrets = Enumerable.Range(0, 10).Select(_ => WebhookSignature.NewSecret()).ToList();
        Assert.Equal(secrets.Count, secrets.Distinct().Count());
        Assert.All(secrets, secret => Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length));
    }
}
