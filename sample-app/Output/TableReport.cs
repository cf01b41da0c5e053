using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using ModelGen;
using Spectre.Console;

namespace SampleApp.Output;

/// <summary>Results as a table for people: a row for each label.</summary>
internal static class TableReport
{
    internal static void Write(IAnsiConsole console, IEnumerable<Outcome> outcomes)
    {
        console.WriteLine(WhatRan());
        if (typeof(Model).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
            console.WriteLine("Times are those of a debug build: for real ones add -c Release.");
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("picture");
        table.AddColumn("label", column => column.NoWrap());
        // Short, so that the table fits into 80 columns.
        foreach (string header in new[] { "%", "decode", "preprocess", "inference" })
            table.AddColumn(header, column => column.RightAligned().NoWrap());
        table.Caption("times in milliseconds");

        Outcome[] done = [.. outcomes.Where(outcome => outcome.Problem is null)];
        foreach (Outcome outcome in done)
        {
            for (int rank = 0; rank < outcome.Answers.Count; rank++)
                table.AddRow([.. Row(outcome, rank).Select(cell => new Text(Terminal.Printable(cell)))]);
        }
        if (done.Length > 0)
            console.Write(table);
    }

    /// <summary>Model, shapes and preprocessing, on one line.</summary>
    private static string WhatRan()
    {
        ModelInfo info = EfficientNetLite0.Info;
        return $"{info.Name}: {string.Join(", ", info.Inputs)} → {string.Join(", ", info.Outputs)}. " +
               $"Pictures become {EfficientNetLite0.Preprocessing.Steps.Describe()}.";
    }

    private static string[] Row(Outcome outcome, int rank)
    {
        Answer answer = outcome.Answers[rank];
        string probability = string.Create(CultureInfo.InvariantCulture, $"{100 * answer.Probability:0.0}");
        return rank > 0 || outcome.Milliseconds is not { } times
            ? ["", answer.Label, probability, "", "", ""]
            : [outcome.File, answer.Label, probability, Number(times.Decode), Number(times.Preprocess), Number(times.Inference)];
    }

    private static string Number(double milliseconds) => milliseconds.ToString("0.00", CultureInfo.InvariantCulture);
}
