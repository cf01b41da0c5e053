extern alias runtime;

using System.CommandLine;
using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;
using Spectre.Console;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary><c>modelgen bench</c>: how long a run takes.</summary>
internal static class BenchCommand
{
    /// <summary>The command's name.</summary>
    internal const string Name = "bench";

    // A day; more is a slip of the keyboard.
    private const double MostSeconds = 86_400;

    private sealed record Request(string Path, ShapeFixes Fixes, string[] Inputs, ExecutionProvider Provider, R.Precision? Precision, TimeSpan Time, bool Json);

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings)
    {
        Command command = new(Name, "Measures how long a run takes: percentiles, throughput, managed memory. The first runs do not count.");
        ModelArguments model = new(command);
        RunningArguments running = new(command);
        Option<double> seconds = new("--seconds")
        {
            Description = "How long to measure.",
            HelpName = "N",
            DefaultValueFactory = _ => 5,
            CustomParser = argument =>
            {
                if (double.TryParse(argument.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number is > 0 and <= MostSeconds)
                    return number;
                argument.AddError($"--seconds takes a number above 0, at most {MostSeconds:N0}, as in --seconds 10 or --seconds 0.5.");
                return 0;
            },
        };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of a table." };
        command.Add(seconds);
        command.Add(json);
        command.SetAction((result, stop) =>
        {
            Request request = new(model.Model(result), model.Fixes(result), running.Inputs(result), running.Provider(result), running.Precision(result), TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(json));
            return Task.Run(() => Run(request, surroundings, stop), CancellationToken.None);
        });
        return command;
    }

    private static int Run(Request request, Surroundings surroundings, CancellationToken stop)
    {
        ModelFacts facts = ModelReader.Read(request.Path, request.Fixes, stop).Require(surroundings);
        IReadOnlyList<Feed> inputs = FeedPlan.Make(facts, request.Inputs, surroundings);
        using FeedValues feeds = new(inputs);
        using InferenceSession session = Sessions.Open(request.Path, facts, request.Provider, request.Precision);
        string[] names = [.. facts.Outputs.Select(output => output.Name)];
        using RunOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using CancellationTokenRegistration registration = stop.Register(() => options.Terminate = true);

        BoundRuns? bound;
        using (IDisposableReadOnlyCollection<OrtValue> first = SingleRun.Of(session, feeds, names, stop))
            bound = BoundRuns.TryBind(session, options, feeds, names, [.. first]);
        using (bound)
        {
            IMeasured measured = bound ?? (IMeasured)new PlainRuns(session, options, feeds, names);
            Measurement measurement;
            try
            {
                measurement = WithProgress(surroundings, progress => Meter.Measure(measured, request.Time, progress, stop));
            }
            catch (OnnxRuntimeException exception)
            {
                throw SingleRun.Explain(exception);
            }
            if (measurement.Latencies.Count == 0)
                stop.ThrowIfCancellationRequested();
            BenchReport report = new(request.Path, request.Provider.ToString().ToLowerInvariant(), inputs, bound is not null, measurement);
            if (request.Json)
                BenchOutput.WriteJson(surroundings.Output, report);
            else
                BenchOutput.WritePage(surroundings, report);
            return measurement.Complete ? ExitCode.Fine : ExitCode.Stopped;
        }
    }

    private static Measurement WithProgress(Surroundings surroundings, Func<Action<double>, Measurement> measure)
    {
        if (!surroundings.ShowsProgress)
            return measure(_ => { });
        // Drawn between runs, by the thread that measures: a bar that draws itself would take a core from the model.
        return surroundings.ErrorConsole.Progress().AutoRefresh(false).AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("measuring");
            return measure(share =>
            {
                task.Value = 100 * share;
                context.Refresh();
            });
        });
    }
}
