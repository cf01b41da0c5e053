using Spectre.Console;

namespace SampleApp.Output;

/// <summary>Consoles that suit who reads: a person at a terminal, or a pipe.</summary>
internal static class Terminal
{
    // Wider than any row, so that a table in a file or a pipe is not folded at the 80 columns of an assumed terminal.
    private const int Unfolded = 1000;

    /// <summary>Standard output for tables.</summary>
    internal static IAnsiConsole Out()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = Unfolded;
        return console;
    }

    /// <summary>Does something with each item, under a progress bar where a person can see one.</summary>
    /// <remarks>The bar goes to standard error, so that results can go into a pipe meanwhile, and is wiped away at the end.</remarks>
    internal static void WithProgress<T>(IReadOnlyCollection<T> items, Action<T> action)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (items.Count < 2 || !MovesTheCursor(console))
        {
            foreach (T item in items)
                action(item);
            return;
        }

        console.Progress().AutoClear(true).HideCompleted(true).Start(context =>
        {
            ProgressTask task = context.AddTask($"{items.Count} pictures", maxValue: items.Count);
            foreach (T item in items)
            {
                action(item);
                task.Increment(1);
            }
        });
    }

    /// <summary>Text without control characters: a file's name may hold escape sequences that a terminal would obey.</summary>
    internal static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private static bool MovesTheCursor(IAnsiConsole console) =>
        !Console.IsErrorRedirected
        && console.Profile.Capabilities is { Ansi: true, Interactive: true }
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
