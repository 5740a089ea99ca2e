using Mentorship.Infrastructure;
using Microsoft.AspNetCore.Connections;

namespace Mentorship.Api.Hosting;

/// <summary>How a start ends that cannot go on through no fault of the program: one sentence, and an exit code of sysexits.h.</summary>
internal sealed record Ending(int Code, string Sentence)
{
    private const int Config = 78, CannotCreate = 73, Unavailable = 69;

    public static Ending? Of(Exception failure) => failure switch
    {
        MissingSetting => new(Config, failure.Message),
        UnauthorizedAccessException => new(CannotCreate, $"{failure.Message} The user that the service runs as needs the right to."),
        IOException { InnerException: AddressInUseException } => new(
            Unavailable, "Another program listens at this address. Stop it, or choose another one with --urls http://localhost:5081."),
        _ => null,
    };
}
