using ModelGen.Onnx;

namespace ModelGen.Fuzzing;

/// <summary>Reads a mutant and says what went wrong.</summary>
internal static class Probe
{
    /// <summary>The bytes that one reading may allocate.</summary>
    public const long MostAllocated = 256 * 1024 * 1024;

    /// <summary>The complaint; null when all went well.</summary>
    /// <param name="mutant">The mutant. It is read as it is, and again with shapes fixed by chance.</param>
    /// <param name="onTime">Hears how long each reading took.</param>
    /// <param name="read">Reads; the product's reader when not given.</param>
    /// <param name="cancellation">Ends a reading that takes too long.</param>
    public static string? Complaint(
        Mutant mutant, Action<TimeSpan>? onTime = null, Func<byte[], ShapeFixes, CancellationToken, ModelReading>? read = null, CancellationToken cancellation = default)
    {
        read ??= Product;
        (string? complaint, ModelFacts? facts) = Read(mutant.Bytes, ShapeFixes.None, onTime, read, cancellation);
        if (complaint is not null || facts is null || facts.Inputs.Count == 0)
            return complaint;
        ShapeFixes fixes = ChanceFixes.For(facts, new Random(mutant.FixSeed));
        (complaint, _) = Read(mutant.Bytes, fixes, onTime, read, cancellation);
        return complaint is null ? null : $"{complaint}\n  with {string.Join("; ", fixes.Items)}";
    }

    private static ModelReading Product(byte[] bytes, ShapeFixes fixes, CancellationToken cancellation) =>
        ModelReader.Read(new MemoryStream(bytes, writable: false), bytes.Length, fixes, cancellation);

    private static (string? Complaint, ModelFacts? Facts) Read(
        byte[] bytes, ShapeFixes fixes, Action<TimeSpan>? onTime, Func<byte[], ShapeFixes, CancellationToken, ModelReading> read, CancellationToken cancellation)
    {
        ModelReading reading;
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Environment.TickCount64;
        try
        {
            reading = read(bytes, fixes, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ("it hangs: it was cancelled", null);
        }
        catch (Exception exception)
        {
            return ("it throws: " + exception, null);
        }
        finally
        {
            onTime?.Invoke(TimeSpan.FromMilliseconds(Environment.TickCount64 - start));
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (allocated > MostAllocated ? $"it allocates {allocated / (1024 * 1024 * 64) * 64:N0} MB or more" : Fault(reading), reading.Facts);
    }

    private static string? Fault(ModelReading reading)
    {
        if (reading.Facts is null && reading.Problems.Count == 0)
            return "it gives neither facts nor problems";
        if (reading.Problems.FirstOrDefault(problem => problem.Message != Printable.Line(problem.Message)) is { } unprintable)
            return $"its message is not printable: {unprintable.Rule.Id}";
        return reading.Facts is { } facts && facts.Outputs.Any(output => output.Type is TensorType { Shape: { } shape } && shape.Dims.Any(dim => dim.Size < 0))
            ? "it gives a negative dim"
            : null;
    }
}
