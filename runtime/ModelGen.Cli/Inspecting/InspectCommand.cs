using System.CommandLine;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary><c>modelgen inspect</c>: what a model takes, gives, holds and needs.</summary>
internal static class InspectCommand
{
    /// <summary>The command's name.</summary>
    internal const string Name = "inspect";

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings)
    {
        Command command = new(Name, "Shows a model's inputs and outputs with their shapes, its operators, its size, and what is wrong with it.");
        ModelArguments model = new(command);
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of a page." };
        command.Add(json);
        command.SetAction((result, stop) => Task.Run(() => Run(model.Model(result), model.Fixes(result), result.GetValue(json), surroundings, stop), CancellationToken.None));
        return command;
    }

    private static int Run(string path, ShapeFixes fixes, bool json, Surroundings surroundings, CancellationToken stop)
    {
        Inspection inspection = ModelInspector.Inspect(path, fixes, stop);
        InspectReport report = new(path, inspection, fixes, inspection.Reading.Facts is null ? "" : ModelHash.Sha256(path));
        stop.ThrowIfCancellationRequested();
        if (json)
            InspectJson.Write(surroundings.Output, report);
        else
            InspectPage.Write(surroundings, report);
        return report.Facts is null || report.Problems.Any(ModelProblems.IsError) ? ExitCode.InputAtFault : ExitCode.Fine;
    }
}
