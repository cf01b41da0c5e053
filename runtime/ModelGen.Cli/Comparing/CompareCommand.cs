extern alias runtime;

using System.Collections.Immutable;
using System.CommandLine;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;
using Spectre.Console;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary><c>modelgen compare</c>: whether providers, settings or two model files agree.</summary>
internal static class CompareCommand
{
    /// <summary>The command's name.</summary>
    internal const string Name = "compare";

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings)
    {
        Command command = new(Name, "Runs a model on several providers, or two models, and says how far the results are apart. Exit code 1 when beyond the tolerance.");
        ModelArguments model = new(command);
        RunningArguments running = new(command, "random numbers", oneProvider: false);
        Option<string[]> providers = VariantTexts.Option();
        Option<string?> against = new("--against") { Description = "Another model with the same inputs, as one that was quantised; MODEL is the reference.", HelpName = "OTHER.onnx" };
        Option<int> seed = Numbers.Option("--random", "SEED", "The seed of the random numbers.", 0, 0, int.MaxValue);
        Option<int> samples = Numbers.Option("--samples", "N", "How often each side runs, with other random numbers each time.", 1, 1, 1_000_000);
        Option<double?> tolerance = Numbers.Option("--tolerance", "T", "The largest relative error that is still the same; 0.001 without it.");
        Option<int?> axis = new("--class-axis") { Description = "The axis of the classes, for the agreement of the first class.", HelpName = "N" };
        Option<bool> nodes = new("--nodes") { Description = "Look for the first node whose value is beyond the tolerance, with graph optimisations off." };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of tables." };
        foreach (Option option in new Option[] { providers, against, seed, samples, tolerance, axis, nodes, json })
            command.Add(option);
        command.Validators.Add(result => VariantTexts.Validate(result, providers, against));
        command.SetAction((result, stop) =>
        {
            CompareRequest request = new(
                model.Model(result), result.GetValue(against), model.Fixes(result), VariantTexts.Split(result.GetValue(providers) ?? []), running.Inputs(result), result.GetValue(seed),
                result.GetValue(samples), result.GetValue(tolerance), result.GetValue(axis), result.GetValue(nodes), result.GetValue(json));
            return Task.Run(() => Run(request, surroundings, stop), CancellationToken.None);
        });
        return command;
    }

    private static int Run(CompareRequest request, Surroundings surroundings, CancellationToken stop)
    {
        ModelFacts facts = ModelReader.Read(request.Path, request.Fixes, stop).Require(surroundings);
        IReadOnlyList<Feed> feeds = FeedPlan.Make(facts, request.Inputs, surroundings);
        R.ModelInfo? other = request.Against is { } path ? RuntimeModel.Info(path, ModelReader.Read(path, request.Fixes, stop).Require(surroundings)) : null;
        EngineVariant[] variants = Variants(request, other);
        CompareOptions options = new()
        {
            Samples = request.Samples,
            Seed = request.Seed,
            Inputs = RuntimeModel.Inputs(feeds.Where(feed => feed.Array is not null), request.Seed),
            InputShapes = feeds.Where(feed => feed.Array is null).ToImmutableDictionary(feed => feed.Name, feed => feed.Shape.ToImmutableArray()),
            ClassAxis = request.ClassAxis,
            FindNode = request.Nodes,
        };
        if (request.Tolerance is { } tolerance)
            options = options with { Tolerance = tolerance };

        EngineComparison comparison = WithProgress(surroundings, progress =>
            Comparer.Compare(RuntimeModel.Info(request.Path, facts), variants, options with { Progress = progress }, stop));
        if (request.Json)
            CompareOutput.WriteJson(surroundings.Output, request, comparison);
        else
            CompareOutput.WritePage(surroundings, request, comparison);
        return comparison.Within ? ExitCode.Fine : ExitCode.InputAtFault;
    }

    // With another model, the reference runs on the first provider, and the other model on each of the others, or on the first when it is the only one.
    private static EngineVariant[] Variants(CompareRequest request, R.ModelInfo? other)
    {
        R.ModelOptions options = RuntimeModel.Options(ExecutionProvider.Cpu, null);
        EngineVariant[] variants = [.. (request.Providers.Length > 0 ? request.Providers : ["cpu"]).Select(text => EngineVariant.Parse(text, options))];
        if (other is null)
            return variants;
        string name = Printable.Line(Path.GetFileName(request.Against), Printable.NameLength);
        return [variants[0], .. variants.Skip(variants.Length > 1 ? 1 : 0).Select(variant => variant with { Name = $"{name} on {variant.Name}", Info = other })];
    }

    private static EngineComparison WithProgress(Surroundings surroundings, Func<IProgress<double>?, EngineComparison> compare)
    {
        if (!surroundings.ShowsProgress)
            return compare(null);
        return surroundings.ErrorConsole.Progress().AutoRefresh(false).AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("comparing");
            return compare(new Drawn(share =>
            {
                task.Value = 100 * share;
                context.Refresh();
            }));
        });
    }

    // Drawn by the thread that compares, between runs; System.Progress would post it to another one.
    private sealed class Drawn(Action<double> draw) : IProgress<double>
    {
        public void Report(double value) => draw(value);
    }
}
