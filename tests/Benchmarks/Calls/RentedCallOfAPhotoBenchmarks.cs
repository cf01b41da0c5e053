using BenchmarkDotNet.Attributes;

namespace ModelGen.Benchmarks;

/// <summary>A rented call against ONNX Runtime by hand, on EfficientNet-Lite0 (4.6 million parameters): the network's own time is nearly all of it.</summary>
[Config(typeof(LongerRun))]
[MemoryDiagnoser]
public class RentedCallOfAPhotoBenchmarks : IDisposable
{
    private readonly EfficientNetSides _sides = new();

    /// <summary>Bound buffers by hand.</summary>
    [Benchmark(Baseline = true, Description = "ONNX Runtime, bound by hand")]
    public float Bound() => _sides.Bound();

    /// <summary>ModelGen's rented call.</summary>
    [Benchmark(Description = "ModelGen, rented call")]
    public float Rented() => _sides.Rented();

    /// <summary>What most C# code does.</summary>
    [Benchmark(Description = "ONNX Runtime, NamedOnnxValue")]
    public float Named() => _sides.Named();

    /// <summary>Unloads the models.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _sides.Dispose();
        GC.SuppressFinalize(this);
    }
}
