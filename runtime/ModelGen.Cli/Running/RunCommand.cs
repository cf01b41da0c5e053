extern alias runtime;

using System.CommandLine;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary><c>modelgen run</c>: runs a model once and writes its outputs.</summary>
internal static class RunCommand
{
    /// <summary>The command's name.</summary>
    internal const string Name = "run";

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings)
    {
        Command command = new(Name, "Runs a model once, and writes one .npy file for each output.");
        ModelArguments model = new(command);
        RunningArguments running = new(command);
        Option<string> folder = new("--out") { Description = "The folder for the results; made if it is not there.", HelpName = "DIR", Required = true };
        command.Add(folder);
        command.SetAction((result, stop) => Task.Run(
            () => Run(model.Model(result), model.Fixes(result), running.Inputs(result), running.Provider(result), running.Precision(result), result.GetRequiredValue(folder), surroundings, stop),
            CancellationToken.None));
        return command;
    }

    private static int Run(string path, ShapeFixes fixes, string[] inputs, ExecutionProvider provider, R.Precision? precision, string folder, Surroundings surroundings, CancellationToken stop)
    {
        ModelFacts facts = ModelReader.Read(path, fixes, stop).Require(surroundings);
        OutputNames.Check(facts);
        using FeedValues feeds = new(FeedPlan.Make(facts, inputs, surroundings));
        OutputWriter writer = new(new OutputFolder(folder));
        using InferenceSession session = Sessions.Open(path, facts, provider, precision);
        stop.ThrowIfCancellationRequested();

        List<WrittenOutput> outputs = [];
        using (IDisposableReadOnlyCollection<OrtValue> values = SingleRun.Of(session, feeds, [.. facts.Outputs.Select(output => output.Name)], stop))
        {
            foreach ((OutputFact output, OrtValue value) in facts.Outputs.Zip(values))
                outputs.AddRange(writer.Write(output.Name, output.Type, value));
        }
        RunTable.Write(surroundings.OutputConsole, outputs);
        surroundings.Output.Flush();

        WrittenOutput[] lost = [.. outputs.Where(output => output.Remark.StartsWith("not written", StringComparison.Ordinal))];
        foreach (WrittenOutput output in lost)
            surroundings.Remark($"Output {Printable.Quote(output.Name)} is {output.Type}, {output.Remark}.");
        return lost.Length > 0 && lost.Length == outputs.Count ? ExitCode.InputAtFault : ExitCode.Fine;
    }
}
