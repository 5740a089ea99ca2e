using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Communities;

namespace Mentorship.Api.Hosting;

/// <summary>
/// What an operator asks for on the command line, done once instead of serving:
/// <c>found-community --name NAME --zone IANA-ZONE --coordinator-email ADDRESS</c>.
/// </summary>
internal static class OperatorCommands
{
    private const int Done = 0, UsageError = 64; // EX_USAGE of sysexits.h

    public static bool Has(string[] args) => args is ["found-community", ..];

    /// <summary>The exit code; what went wrong is on the error stream, without the input.</summary>
    public static async Task<int> RunCommand(this IServiceProvider services, IConfiguration options)
    {
        await using var scope = services.CreateAsyncScope();
        var command = new FoundCommunity(options["name"], options["zone"], options["coordinator-email"]);
        try
        {
            var id = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
            await Console.Out.WriteLineAsync($"Community {id} is founded. Its coordinator gets an invitation as soon as the service runs.");
            return Done;
        }
        catch (ValidationException invalid)
        {
            foreach (var failure in invalid.Errors) await Console.Error.WriteLineAsync($"{failure.PropertyName}: {failure.ErrorMessage}");
            return UsageError;
        }
    }
}
