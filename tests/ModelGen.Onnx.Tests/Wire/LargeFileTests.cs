using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class LargeFileTests
{
    [Theory]
    [InlineData(3, 600_000_000)]
    [InlineData(1, 1_800_000_000)]
    [InlineData(4, 1_100_000_000)]
    public void AModelOfGigabytesCostsWhatItsGraphCosts(int tensors, long bytesEach)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "large.onnx");
        Write(path, tensors, bytesEach);
        using FileStream file = File.OpenRead(path);
        var counting = new CountingStream(file);
        Reading.Of(Reading.DigitsPath);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ModelReading reading = Read(counting, file.Length);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(file.Length > int.MaxValue ? [Rules.FileTooLarge.Id] : [], reading.Ids());
        ModelFacts facts = Assert.IsType<ModelFacts>(reading.Facts);
        Assert.True(file.Length > tensors * bytesEach, "The file is not as large as the test means it to be.");
        Assert.Equal(tensors * (bytesEach / 4), facts.ParameterCount);
        Assert.Equal("y", Assert.Single(facts.Outputs).Name);
        Assert.InRange(counting.BytesRead, 1, 16 * 1024);
        Assert.InRange(allocated, 1, 1024 * 1024);
    }

    [Fact]
    public void AThousandTensorsAreReadByTheirHeadsOnly()
    {
        ModelBuilder model = ModelBuilder.Relu(1, 3);
        for (int i = 0; i < 1000; i++)
            model.Initializer($"layer{i}.weight", 16 * 1024);
        byte[] bytes = model.ToBytes();
        var counting = new CountingStream(new MemoryStream(bytes));

        Read(counting, bytes.Length).Fine();

        Assert.InRange(counting.BytesRead, 1, bytes.Length / 50);
    }

    [Fact]
    public void ReadingStopsWhenItIsCancelled()
    {
        byte[] bytes = new ModelBuilder().Initializer("w", 1000, 1000).ToBytes();
        using var source = new CancellationTokenSource();
        var counting = new CountingStream(new MemoryStream(bytes)) { OnRead = _ => source.Cancel() };

        Assert.Throws<OperationCanceledException>(() => ModelReader.Read(counting, bytes.Length, ShapeFixes.None, source.Token));
    }

    internal static ModelReading ReadAFileOfThreeGigabytes()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "large.onnx");
        Write(path, 3, 1_000_000_000);
        return Reading.Of(path);
    }

    private static ModelReading Read(Stream stream, long length) => ModelReader.Read(stream, length, ShapeFixes.None, CancellationToken.None);

    // Holes in place of the weights: the file takes a few blocks on disk.
    private static void Write(string path, int tensors, long bytesEach)
    {
        byte[] ends = ModelBuilder.Relu(1).Proto.Graph.ToByteArray();
        byte[][] heads = [.. Enumerable.Range(0, tensors).Select(i => new WireWriter()
            .Field(1, (ulong)(bytesEach / 4)).Field(2, 1).Field(8, System.Text.Encoding.ASCII.GetBytes($"w{i}")).Header(9, bytesEach).ToArray())];
        byte[][] tags = [.. heads.Select(head => new WireWriter().Header(5, head.Length + bytesEach).ToArray())];
        long graph = ends.Length + heads.Sum(head => head.Length) + tags.Sum(tag => tag.Length) + tensors * bytesEach;

        using FileStream file = File.Create(path);
        file.Write(new WireWriter().Field(1, 10).Field(8, new WireWriter().Field(2, 21).ToArray()).Header(ModelProto.GraphFieldNumber, graph).ToArray());
        for (int i = 0; i < tensors; i++)
        {
            file.Write(tags[i]);
            file.Write(heads[i]);
            file.Seek(bytesEach, SeekOrigin.Current);
        }
        file.Write(ends);
        file.SetLength(file.Position);
    }
}
