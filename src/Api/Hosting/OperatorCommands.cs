using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Communities;
using Mentorship.Api.Features.Notices;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Notices.Email;

namespace Mentorship.Api.Hosting;

/// <summary>
/// What an operator asks for on the command line, done once instead of serving:
/// <c>found-community --name NAME --zone IANA-ZONE --coordinator-email ADDRESS</c>, <c>rotate-keys</c>, <c>take-bounce</c>.
/// </summary>
internal static class OperatorCommands
{
    private const int Done = 0, UsageError = 64; // EX_USAGE of sysexits.h
    private const int Batch = 200;

    public static bool Has(string[] args) => args is ["found-community" or "rotate-keys" or "take-bounce", ..];

    /// <summary>The exit code; what went wrong is on the error stream, without the input.</summary>
    public static Task<int> RunCommand(this IServiceProvider services, string command, IConfiguration options) => command switch
    {
        "rotate-keys" => services.RotateKeys(),
        "take-bounce" => services.TakeBounce(Console.OpenStandardInput()),
        _ => services.FoundCommunity(options),
    };

    /// <summary>
    /// What a mail server wrote back, from a pipe of its own: of any community, for it knows of none. Done whatever it says, or the server
    /// would write back about that.
    /// </summary>
    public static async Task<int> TakeBounce(this IServiceProvider services, Stream mail)
    {
        if (await BounceReport.Read(mail, CancellationToken.None) is { } sent)
            foreach (var community in await services.Communities()) await services.Send(new TakeBackNotice(Actor.System(community), new(sent)));
        return Done;
    }

    private static async Task<int> FoundCommunity(this IServiceProvider services, IConfiguration options)
    {
        try
        {
            var id = await services.Send(new FoundCommunity(options["name"], options["zone"], options["coordinator-email"]));
            await Console.Out.WriteLineAsync($"Community {id} is founded. Its coordinator gets an invitation as soon as the service runs.");
            return Done;
        }
        catch (ValidationException invalid)
        {
            foreach (var failure in invalid.Errors) await Console.Error.WriteLineAsync($"{failure.PropertyName}: {failure.ErrorMessage}");
            return UsageError;
        }
    }

    /// <summary>Each batch is saved alone, and what is done is passed over: a run that was stopped is simply begun again.</summary>
    private static async Task<int> RotateKeys(this IServiceProvider services)
    {
        var (members, left) = (0, 0);
        foreach (var community in await services.Communities())
        {
            var actor = Actor.System(community);
            foreach (var batch in (await services.Send(new MembersWithKeys(actor))).Chunk(Batch))
                (members, left) = (members + batch.Length, left + await services.Send(new RotateMemberKeys(actor, batch)));
        }
        var accounts = await services.Send(new AllAccounts());
        foreach (var batch in accounts.Chunk(Batch)) await services.Send(new RotateAccountKeys(batch));
        await services.Send(new RotateDataProtectionKeys());
        await Console.Out.WriteLineAsync($"{members} members and {accounts.Count} accounts are under the current master key.");
        if (left > 0) await Console.Out.WriteLineAsync($"Lists know {left} of the members by an older address, which only the older key finds.");
        return Done;
    }

    private static async Task<IReadOnlyList<CommunityId>> Communities(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ICommunities>().All(CancellationToken.None);
    }

    private static async Task<T> Send<T>(this IServiceProvider services, IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
