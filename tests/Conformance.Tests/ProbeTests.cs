using ModelGen.Fuzzing;
using ModelGen.Onnx;

namespace ModelGen.Conformance;

/// <summary>The fuzzer's probe notices what it is there for.</summary>
public sealed class ProbeTests
{
    private static readonly Mutant s_mutant = new("parent", "none", [8], FixSeed: 1);

    [Fact]
    public void AReaderThatThrowsIsNoticed() =>
        Assert.StartsWith("it throws: System.InvalidOperationException", Of((_, _, _) => throw new InvalidOperationException()), StringComparison.Ordinal);

    [Fact]
    public void AReaderThatSaysNothingIsNoticed() => Assert.Equal("it gives neither facts nor problems", Of((_, _, _) => new ModelReading(null, default)));

    [Fact]
    public void AReaderThatFillsTheMemoryIsNoticed() =>
        Assert.StartsWith("it allocates", Of((_, _, _) => new ModelReading(null, new([new Problem(Rules.Empty, new byte[Probe.MostAllocated + 1].Length.ToString(System.Globalization.CultureInfo.InvariantCulture))]))), StringComparison.Ordinal);

    [Fact]
    public void AMessageOfTwoLinesIsNoticed() =>
        Assert.Equal("its message is not printable: MG1002", Of((_, _, _) => new ModelReading(null, new([new Problem(Rules.Empty, "a\nb")]))));

    [Fact]
    public void AReaderThatNeedsItsCancellationIsNoticed()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Equal("it hangs: it was cancelled", Probe.Complaint(s_mutant, cancellation: source.Token));
    }

    [Fact]
    public void AProblemIsNoComplaint() => Assert.Null(Of((_, _, _) => new ModelReading(null, new([new Problem(Rules.Empty, "It has no bytes.")]))));

    private static string? Of(Func<byte[], ShapeFixes, CancellationToken, ModelReading> read) => Probe.Complaint(s_mutant, read: read);
}
