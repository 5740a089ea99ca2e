using System.Reflection;
using Mentorship.Infrastructure.Notices.Email;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class EmailRegistrationTests
{
    private static readonly Dictionary<string, string?> Production = new()
    {
        ["Mail:Smtp:Host"] = "smtp.example",
        ["Mail:From"] = "notes@post.example",
    };

    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static IConfiguration With(params (string Name, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Production);
        foreach (var (name, value) in changes)
            settings[name] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private static IEmailTransport Transport(IConfiguration configuration, bool development)
    {
        using var services = new ServiceCollection().AddEmail(configuration, development).BuildServiceProvider();
        return services.GetRequiredService<IEmailTransport>();
    }

    [Fact]
    public void Development_writes_into_a_folder_without_any_setting() =>
        Assert.IsType<FolderTransport>(Transport(new ConfigurationBuilder().Build(), development: true));

    [Fact]
    public void Production_sends_to_a_mail_server() => Assert.IsType<SmtpTransport>(Transport(With(), development: false));

    [Fact]
    public void The_transport_can_be_chosen_in_either()
    {
        Assert.IsType<FolderTransport>(Transport(With(("Mail:Transport", "folder")), development: false));
        Assert.IsType<SmtpTransport>(Transport(With(("Mail:Transport", "smtp")), development: true));
    }

    [Theory]
    [InlineData("Mail:Smtp:Host", null), InlineData("Mail:Smtp:Host", " "), InlineData("Mail:From", null), InlineData("Mail:From", "")]
    [InlineData("Mail:From", "Notes <notes@post.example>"), InlineData("Mail:From", "nötes@post.example"), InlineData("Mail:From", "notes")]
    [InlineData("Mail:From", "hello@aa-london.example"), InlineData("Mail:From", "sponsors@post.example")]
    [InlineData("Mail:SenderName", "Sober Friends"), InlineData("Mail:SenderName", "Notes\r\nBcc: x@y.example")]
    [InlineData("Mail:Smtp:Port", "465"), InlineData("Mail:Smtp:Port", "0"), InlineData("Mail:Smtp:Port", "mail")]
    [InlineData("Mail:Smtp:StartTls", "false"), InlineData("Mail:Smtp:StartTls", "perhaps"), InlineData("Mail:Transport", "pigeon")]
    public void A_setting_that_is_missing_or_must_not_be_so_ends_the_start_with_its_name(string name, string? value)
    {
        var missing = Assert.Throws<MissingSetting>(() => Transport(With((name, value)), development: false));

        Assert.Equal(name, missing.Setting);
        Assert.Contains(name, missing.Message);
    }

    [Fact]
    public void A_user_needs_a_password()
    {
        var missing = Assert.Throws<MissingSetting>(() => Transport(With(("Mail:Smtp:User", "me")), development: false));

        Assert.Equal("Mail:Smtp:Password", missing.Setting);
    }

    [Fact]
    public void The_settings_are_read_with_their_defaults()
    {
        var settings = MailSettings.Read(With(), development: false);

        Assert.Equal(("Notes", "notes@post.example"), (settings.Sender.Name, settings.Sender.Address));
        Assert.Equal(new SmtpSettings("smtp.example", 587, StartTls: true), settings.Smtp);
        Assert.Equal(TimeSpan.FromSeconds(15), settings.Smtp!.Timeout);
        Assert.EndsWith(Path.Combine("var", "mail"), settings.Folder);
    }

    [Fact]
    public void Whoever_looks_through_our_types_at_the_start_does_not_load_the_mail_library()
    {
        Assert.DoesNotContain(typeof(IEmailTransport).Assembly.GetTypes(), type => Needs(type).Any(IsOfMail));

        // A type cannot be read without what it derives from and the values that lie inside it; and EF reads the constructors of each.
        static IEnumerable<Type?> Needs(Type type) =>
        [
            type.BaseType,
            .. type.GetFields(Everything).Select(field => field.FieldType).Where(of => of.IsValueType),
            .. type.GetConstructors(Everything).SelectMany(constructor => constructor.GetParameters()).Select(needed => needed.ParameterType),
        ];

        static bool IsOfMail(Type? type) => type?.Assembly.GetName().Name is "MailKit" or "MimeKit";
    }

    [Theory]
    [InlineData("localhost"), InlineData("127.0.0.1"), InlineData("::1")]
    public void A_mail_server_on_this_machine_may_be_spoken_to_in_the_clear(string host)
    {
        Assert.False(MailSettings.Read(With(("Mail:Smtp:Host", host)), development: false).Smtp!.StartTls);
        Assert.True(MailSettings.Read(With(("Mail:Smtp:Host", host), ("Mail:Smtp:StartTls", "true")), development: false).Smtp!.StartTls);
    }
}
