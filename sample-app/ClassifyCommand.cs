using SampleApp.Output;

namespace SampleApp;

/// <summary>Classifies what was asked for and writes it down.</summary>
internal sealed class ClassifyCommand(string[] paths, int top, string? csv, string? json)
{
    private const int Fine = 0;
    private const int SomethingSkipped = 1;
    private const int CannotWrite = 2;
    private const int Stopped = 130;

    private const int WarmUps = 4;

    private readonly List<Outcome> _outcomes = [];

    internal int Run(CancellationToken stop)
    {
        // Opened first, so that a path that can't be written is known before the work is done.
        TextWriter? csvFile = null, jsonFile = null;
        try
        {
            csvFile = Open(csv);
            jsonFile = Open(json);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            csvFile?.Dispose();
            Console.Error.WriteLine($"Can't write the results: {e.Message}");
            return CannotWrite;
        }

        using (csvFile)
        using (jsonFile)
        {
            bool complete = Classify(Find(), stop);
            if (csvFile is not null)
                CsvReport.Write(csvFile, _outcomes);
            if (jsonFile is not null)
                JsonReport.Write(jsonFile, _outcomes, complete);
            if (csvFile is null && jsonFile is null)
                TableReport.Write(Terminal.Out(), _outcomes);
            return Conclude(complete);
        }
    }

    private static TextWriter? Open(string? path) => path switch
    {
        null => null,
        "-" => Console.Out,
        _ => new StreamWriter(path),
    };

    /// <summary>The pictures behind the paths. What is wrong with a folder is an outcome like what is wrong with a file.</summary>
    private List<Picture> Find()
    {
        if (paths.Length == 0)
            return [.. Picture.Bundled()];
        List<Picture> pictures = [];
        foreach (string path in paths)
        {
            try
            {
                pictures.AddRange(Picture.At(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _outcomes.Add(Outcome.Skipped(path, e.Message));
            }
        }
        return pictures;
    }

    /// <summary>Classifies the pictures until they are done or the user stops.</summary>
    /// <returns>Whether all are done.</returns>
    private bool Classify(List<Picture> pictures, CancellationToken stop)
    {
        try
        {
            using Classifier classifier = new();
            classifier.WarmUp(pictures.Take(WarmUps), stop);
            Terminal.WithProgress(pictures, picture =>
            {
                stop.ThrowIfCancellationRequested();
                _outcomes.Add(classifier.Classify(picture, top, stop));
            });
            return true;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Stopped: {_outcomes.Count(outcome => outcome.Problem is null)} of {pictures.Count} pictures are done.");
            return false;
        }
    }

    private int Conclude(bool complete)
    {
        Outcome[] skipped = [.. _outcomes.Where(outcome => outcome.Problem is not null)];
        foreach (Outcome outcome in skipped)
            Console.Error.WriteLine($"Skipped {Terminal.Printable(outcome.File)}: {Terminal.Printable(outcome.Problem!)}");
        foreach (string file in new[] { csv, json }.OfType<string>().Where(file => file != "-"))
            Console.Error.WriteLine($"{_outcomes.Count - skipped.Length} pictures are in {file}.");
        if (!complete)
            return Stopped;
        return skipped.Length > 0 ? SomethingSkipped : Fine;
    }
}
