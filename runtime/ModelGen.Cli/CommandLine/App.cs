extern alias runtime;

using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>Runs one command line from its words to its exit code. Nothing is thrown past it.</summary>
internal static class App
{
    private const string Reports = "https://github.com/modelgen/modelgen/issues";

    // After Ctrl+C a run in progress ends at the runtime's next node; then what was measured is written.
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="surroundings">Where results and messages go.</param>
    /// <param name="stop">Ends it as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static Task<int> RunAsync(string[] args, Surroundings surroundings, CancellationToken stop) =>
        RunAsync(ModelGenCommand.Create(surroundings), args, surroundings, stop);

    /// <summary>Runs a command line of a given command.</summary>
    internal static async Task<int> RunAsync(RootCommand command, string[] args, Surroundings surroundings, CancellationToken stop)
    {
        try
        {
            // Without this, a model called @net.onnx would be read as a file of further arguments.
            ParseResult result = command.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Errors.Count > 0)
                return Misused(result, surroundings);
            return await result.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = s_timeToEnd,
                    Output = surroundings.Output,
                    Error = surroundings.Error,
                },
                stop);
        }
        catch (OperationCanceledException)
        {
            surroundings.Complain("Stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception exception)
        {
            return Fail(exception, surroundings);
        }
    }

    private static int Misused(ParseResult result, Surroundings surroundings)
    {
        foreach (ParseError error in result.Errors)
            surroundings.Complain(Printable.Line(error.Message));
        string command = "";
        for (SymbolResult? part = result.CommandResult; part is CommandResult { Command: not RootCommand } at; part = part.Parent)
            command = $"{at.Command.Name} {command}";
        surroundings.Error.WriteLine($"modelgen {command}--help lists what there is.");
        return ExitCode.Usage;
    }

    private static int Fail(Exception exception, Surroundings surroundings)
    {
        (int code, string message) = exception switch
        {
            UserFault => (ExitCode.InputAtFault, exception.Message),
            R.ModelGenException => (ExitCode.InputAtFault, Printable.Line(exception.Message)),
            OnnxRuntimeException => (ExitCode.InputAtFault, "ONNX Runtime says: " + Printable.Line(exception.Message)),
            IOException or UnauthorizedAccessException => (ExitCode.InputAtFault, Printable.Line(exception.Message)),
            OutOfMemoryException => (ExitCode.InputAtFault, "There is not enough memory for this. Fix smaller dims, with --dim or --shape."),
            _ => (ExitCode.OurBug, $"This is a mistake of modelgen {ModelGenCommand.Version}, not yours: {exception.GetType().FullName}: {Printable.Line(exception.Message)} "
                + $"Please report it at {Reports} with the command line and, if you may, the model."),
        };
        surroundings.Complain(message);
        return code;
    }
}
