using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>Where results and messages go, and who reads them: a person at a terminal, or a file or pipe.</summary>
internal sealed class Surroundings
{
    // Wide enough for a model's table, and still to be read in a file.
    private const int RedirectedWidth = 120;

    /// <summary>Takes the writers over.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">Messages and progress.</param>
    /// <param name="outputIsTerminal">Whether a person sees the results as they come.</param>
    /// <param name="errorIsTerminal">Whether a person sees the messages as they come.</param>
    internal Surroundings(TextWriter output, TextWriter error, bool outputIsTerminal = false, bool errorIsTerminal = false)
    {
        (Output, Error) = (output, error);
        OutputConsole = Create(output, outputIsTerminal);
        ErrorConsole = Create(error, errorIsTerminal);
    }

    /// <summary>Results.</summary>
    internal TextWriter Output { get; }

    /// <summary>Messages.</summary>
    internal TextWriter Error { get; }

    /// <summary>Results with layout, and colour where there is a terminal.</summary>
    internal IAnsiConsole OutputConsole { get; }

    /// <summary>Messages and progress.</summary>
    internal IAnsiConsole ErrorConsole { get; }

    /// <summary>Whether a progress bar can be drawn.</summary>
    internal bool ShowsProgress => ErrorConsole.Profile.Capabilities is { Ansi: true, Interactive: true };

    /// <summary>Those of the process.</summary>
    internal static Surroundings OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>A message on standard error, in red where there is colour.</summary>
    internal void Complain(string message) => Say(message, Color.Red);

    /// <summary>A remark on standard error, in yellow where there is colour.</summary>
    internal void Remark(string message) => Say(message, Color.Yellow);

    private void Say(string message, Color color)
    {
        // Not through the layout: a message that is cut into lines can't be searched for.
        if (ErrorConsole.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
            Error.WriteLine(message);
        else
            ErrorConsole.WriteLine(message, color);
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        if (isTerminal)
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            // Some build servers show colours in their logs; a file must not have them.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = RedirectedWidth;
        return console;
    }
}
