extern alias runtime;

using System.CommandLine;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary><c>modelgen profile</c>: where a model's time goes.</summary>
internal static class ProfileCommand
{
    /// <summary>The command's name.</summary>
    internal const string Name = "profile";

    private sealed record Request(
        string Path, ShapeFixes Fixes, string[] Inputs, ExecutionProvider Provider, R.Precision? Precision, int Runs, int Seed, ProfileGrouping By, int Top, string? Trace, bool Json);

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings)
    {
        Command command = new(Name, "Shows where a model's time goes, by node, operator or provider, and writes a trace for Perfetto.");
        ModelArguments model = new(command);
        RunningArguments running = new(command, "random numbers");
        Option<int> runs = Numbers.Option("--runs", "N", "Runs that count; a few more come before.", 20, 1, 1_000_000);
        Option<int> seed = Numbers.Option("--random", "SEED", "The seed of the random numbers.", 0, 0, int.MaxValue);
        Option<string> by = new("--by") { Description = "Rows: node, operator or provider.", HelpName = "node|operator|provider", DefaultValueFactory = _ => "node" };
        by.AcceptOnlyFromAmong("node", "operator", "provider");
        Option<int> top = Numbers.Option("--top", "N", "Rows of the table, the slowest first.", 30, 1, int.MaxValue);
        Option<string?> trace = new("--trace") { Description = "Writes a trace that ui.perfetto.dev and chrome://tracing open.", HelpName = "FILE.json" };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of a table." };
        foreach (Option option in new Option[] { runs, seed, by, top, trace, json })
            command.Add(option);
        command.SetAction((result, stop) =>
        {
            Request request = new(
                model.Model(result), model.Fixes(result), running.Inputs(result), running.Provider(result), running.Precision(result), result.GetValue(runs), result.GetValue(seed),
                Enum.Parse<ProfileGrouping>(result.GetValue(by)!, ignoreCase: true), result.GetValue(top), result.GetValue(trace), result.GetValue(json));
            return Task.Run(() => Run(request, surroundings, stop), CancellationToken.None);
        });
        return command;
    }

    private static int Run(Request request, Surroundings surroundings, CancellationToken stop)
    {
        ModelFacts facts = ModelReader.Read(request.Path, request.Fixes, stop).Require(surroundings);
        IReadOnlyList<Feed> feeds = FeedPlan.Make(facts, request.Inputs, surroundings);
        ProfileOptions options = new() { Runs = request.Runs, Inputs = RuntimeModel.Inputs(feeds, request.Seed) };
        EngineProfile profile = Profiler.Profile(RuntimeModel.Info(request.Path, facts), RuntimeModel.Options(request.Provider, request.Precision), options, stop);

        if (request.Trace is { } trace)
            WriteTrace(profile, trace);
        ProfileReport report = new(request.Path, request.Provider.ToString().ToLowerInvariant(), request.By, profile);
        if (request.Json)
            ProfileOutput.WriteJson(surroundings.Output, report);
        else
            ProfileOutput.WritePage(surroundings, report, request.Top);
        if (profile.UnreadableEvents > 0)
        {
            surroundings.Remark($"{Units.Count(profile.UnreadableEvents)} entries of ONNX Runtime's profile can't be read, and their time is missing: "
                + "it does not escape quotation marks in the names of nodes.");
        }
        return ExitCode.Fine;
    }

    private static void WriteTrace(EngineProfile profile, string path)
    {
        try
        {
            using FileStream file = File.Create(path);
            profile.WriteTrace(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserFault($"{Printable.Quote(path)} can't be written: {Printable.Line(exception.Message)} Choose another file with --trace.", exception);
        }
    }
}
