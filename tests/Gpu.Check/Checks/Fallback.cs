namespace ModelGen.GpuCheck;

/// <summary>Without TensorRT's library another provider answers, and the report has the loader's words. In a process of its own that does not find it.</summary>
internal sealed class Fallback : ICheck
{
    private const string Library = "libnvinfer";

    public string Name => "fallback";

    public string Run(Bench bench, CheckModel model)
    {
        using Child child = Child.Start(
            [.. bench.Settings.ForChild(), "--hide", Library], environment => environment.Remove("LD_LIBRARY_PATH"), ChildWork.Auto, model.Path, bench.EmptyRoom("fallback"));
        child.Go();
        string answer = child.Answer();
        if (answer.StartsWith("TensorRT;", StringComparison.Ordinal))
            throw new CheckSkippedException("TensorRT is found without LD_LIBRARY_PATH and --natives, so that it can't be hidden");
        return answer.Contains("TensorRT: not taken: ", StringComparison.Ordinal) && answer.Contains(Library, StringComparison.Ordinal)
            ? answer
            : throw new CheckFailedException($"the report does not name {Library}: {answer}");
    }
}
