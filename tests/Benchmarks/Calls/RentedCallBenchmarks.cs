using BenchmarkDotNet.Attributes;

namespace ModelGen.Benchmarks;

/// <summary>A rented call against ONNX Runtime by hand, on a network so small (22 thousand parameters) that the call itself shows.</summary>
/// <remarks>Absolute times swing with the machine's load; <c>-- ratios</c> interleaves the sides and gives steadier ratios.</remarks>
[Config(typeof(LongerRun))]
[MemoryDiagnoser]
public class RentedCallBenchmarks : IDisposable
{
    private readonly DigitsSides _sides = new();

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
