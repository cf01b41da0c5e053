extern alias runtime;

using System.Globalization;
using ModelGen.Onnx;
using Spectre.Console;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>Shows on a terminal what a build is at; a pipe or a file gets nothing of it.</summary>
internal static class BuildProgress
{
    /// <summary>Runs a piece of work that reports its phases.</summary>
    internal static T With<T>(Surroundings surroundings, Func<IProgress<R.EngineProgress>?, T> work)
    {
        if (!surroundings.ShowsProgress)
            return work(null);
        return surroundings.ErrorConsole.Status().Start("loading", context => work(new Drawn(progress => context.Status(Markup.Escape(Text(progress))))));
    }

    /// <summary>A phase in words: <c>building: 0:12 of about 0:40, no engine for driver 580.95</c>.</summary>
    internal static string Text(R.EngineProgress progress)
    {
        string phase = progress.Phase switch
        {
            R.EnginePhase.Verifying => "verifying",
            R.EnginePhase.Waiting => "waiting for another process that builds it",
            R.EnginePhase.Building => "building",
            R.EnginePhase.Storing => "storing",
            R.EnginePhase.Loading => "loading",
            _ => "ready",
        };
        string estimate = progress.Estimate is { } last ? $" of about {Time(last)}" : "";
        string detail = progress.Detail.Length > 0 ? $", {Printable.Line(progress.Detail)}" : "";
        return $"{phase}: {Time(progress.Elapsed)}{estimate}{detail}";
    }

    private static string Time(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}:{time.Seconds:00}");

    // Told on the thread that builds and on a timer's; System.Progress would post it to further ones, out of order.
    private sealed class Drawn(Action<R.EngineProgress> draw) : IProgress<R.EngineProgress>
    {
        public void Report(R.EngineProgress value) => draw(value);
    }
}
