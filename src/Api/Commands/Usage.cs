using Mentorship.Api.Hosting;
using Mentorship.Api.Simulation;
using Mentorship.Api.Tour;

namespace Mentorship.Api.Commands;

/// <summary>What can be asked of the program, for who asks for help or mistypes a command.</summary>
internal static class Usage
{
    /// <summary>EX_USAGE of sysexits.h.</summary>
    public const int WrongWords = 64;

    private const int Done = 0;

    private static readonly string Text = $"""
        Without a command it serves, until it is stopped. Settings are given as --Section:Name VALUE (docs/operations.md). The commands:
          {TourOptions.Usage}
          {SimulationOptions.Usage}
          {AllotOptions.Usage}
          found-community --name NAME --zone ZONE --coordinator-email ADDRESS
          rotate-keys
          take-bounce < MAIL
        """;

    /// <summary>The exit code where help was asked for or the command is not known; null where there is something to do.</summary>
    public static int? Tell(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is ["--help" or "-h" or "-?" or "help", ..])
        {
            output.WriteLine(Text);
            return Done;
        }
        if (args is not [var word, ..] || word.StartsWith('-') || OperatorCommands.Has(args)) return null;
        errors.WriteLine($"There is no command {word}.\n{Text}");
        return WrongWords;
    }
}
