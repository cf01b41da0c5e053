namespace ModelGen.GpuCheck;

/// <summary>Without TensorRT's library another provider answers, and the report has the loader's words. In a process of its own that does not find it.</summary>
internal sealed class Fallback : ICheck
{
    private const string Library = "libnvinfer";

    public string Name => "fallback";

    public string Run(Bench bench, CheckModel model)
    {
        string answer = Answer(bench, model);
        if (answer.StartsWith("TensorRT;", StringComparison.Ordinal))
            throw new CheckSkippedException("TensorRT is found without LD_LIBRARY_PATH and --natives, so that it can't be hidden");
        return answer.Contains("TensorRT: not taken: ", StringComparison.Ordinal) && answer.Contains(Library, StringComparison.Ordinal)
            ? answer
            : throw new CheckFailedException($"the report does not name {Library}: {answer}");
    }

    private static string Answer(Bench bench, CheckModel model)
    {
        try
        {
            using Child child = Child.Start([.. bench.Settings.ForChild(), "--hide", Library], Hide, ChildWork.Auto, model.Path, bench.EmptyRoom("fallback"));
            child.Go();
            return child.Answer();
        }
        catch (CheckFailedException e) when (e.Message.Contains("ONNX Runtime's native library", StringComparison.Ordinal))
        {
            throw new CheckSkippedException("ONNX Runtime's library lies in the same folder of LD_LIBRARY_PATH as TensorRT's, so that one can't be hidden alone; give the folder with --natives");
        }
    }

    private static void Hide(IDictionary<string, string?> environment)
    {
        string[] folders = (environment.TryGetValue("LD_LIBRARY_PATH", out string? path) ? path ?? "" : "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        environment["LD_LIBRARY_PATH"] = string.Join(':', folders.Where(folder => !Directory.Exists(folder) || !Directory.EnumerateFiles(folder, Library + "*").Any()));
    }
}
