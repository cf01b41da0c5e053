using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelGen.GpuCheck;

/// <summary>Prints a line a check, and keeps results and timings for the file. Timings may come from any thread.</summary>
internal sealed class Report(Machine machine, IReadOnlyList<string> missing)
{
    private readonly List<CheckResult> _results = [];
    private readonly SortedDictionary<string, double> _timings = new(StringComparer.Ordinal);

    /// <summary>Whether no check has failed.</summary>
    public bool IsFine => _results.All(result => result.Verdict != Verdict.Fail);

    /// <summary>Keeps a time, in milliseconds.</summary>
    public void Time(string name, double milliseconds)
    {
        lock (_timings)
            _timings[name] = milliseconds;
    }

    /// <summary>Makes a check and prints its line. Whatever it throws becomes a failure.</summary>
    public void Add(string name, Func<string> check)
    {
        long start = Stopwatch.GetTimestamp();
        (Verdict verdict, string detail) = Make(check);
        CheckResult result = new(verdict, name, detail, Stopwatch.GetElapsedTime(start));
        _results.Add(result);
        Console.WriteLine(result);
    }

    /// <summary>The last line.</summary>
    public string Summary() =>
        $"{Count(Verdict.Pass)} passed, {Count(Verdict.Fail)} failed, {Count(Verdict.Skip)} skipped.";

    /// <summary>Writes machine, results and timings as JSON.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Write(string path)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("machine");
        json.WriteString("system", machine.System);
        json.WriteString("gpu", machine.Gpu);
        json.WriteString("computeCapability", machine.ComputeCapability);
        json.WriteString("driver", machine.Driver);
        json.WriteString("tensorRT", machine.TensorRT);
        json.WriteString("cuda", machine.Cuda);
        json.WriteString("onnxRuntime", machine.OnnxRuntime);
        json.WriteEndObject();
        json.WriteStartArray("missing");
        foreach (string line in missing)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (CheckResult result in _results)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Name);
            json.WriteString("result", result.Verdict.ToString());
            json.WriteString("detail", result.Detail);
            json.WriteNumber("milliseconds", Math.Round(result.Duration.TotalMilliseconds, 3));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("timingsMilliseconds");
        foreach ((string name, double milliseconds) in _timings)
            json.WriteNumber(name, Math.Round(milliseconds, 4));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private int Count(Verdict verdict) => _results.Count(result => result.Verdict == verdict);

    private static (Verdict Verdict, string Detail) Make(Func<string> check)
    {
        try
        {
            return (Verdict.Pass, check());
        }
        catch (CheckSkippedException e)
        {
            return (Verdict.Skip, e.Message);
        }
        catch (CheckFailedException e)
        {
            return (Verdict.Fail, e.Message);
        }
        catch (Exception e)
        {
            // The next check may still tell something, so no error ends the program.
            return (Verdict.Fail, $"{e.GetType().Name}: {e.Message}");
        }
    }
}
