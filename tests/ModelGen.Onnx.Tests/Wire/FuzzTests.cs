namespace ModelGen.Onnx.Tests;

/// <summary>Damaged and forged files: seeds are fixed, so a failure comes again.</summary>
public sealed class FuzzTests
{
    private const long MostAllocated = 16 * 1024 * 1024;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void NoMutationOfAModelMakesTheReaderThrowOrReadOrAllocateMuch(int seed)
    {
        byte[] model = Samples.Everything().ToBytes();
        var random = new Random(seed);
        for (int i = 0; i < 4000; i++)
            Survives(Mutate(model, random), $"seed {seed}, iteration {i}");
    }

    [Fact]
    public void NoMutationOfARealModelDoesEither()
    {
        byte[] model = File.ReadAllBytes(Reading.DigitsPath);
        var random = new Random(4);
        for (int i = 0; i < 500; i++)
            Survives(Mutate(model, random), $"iteration {i}");
    }

    [Fact]
    public void NoRandomBytesDoEither()
    {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = new byte[random.Next(1, 2000)];
            random.NextBytes(bytes);
            Survives(bytes, $"iteration {i}");
        }
    }

    private static void Survives(byte[] bytes, string where)
    {
        var counting = new CountingStream(new MemoryStream(bytes));
        long before = GC.GetAllocatedBytesForCurrentThread();
        ModelReading? reading = null;
        Exception? thrown = Record.Exception(() => reading = ModelReader.Read(counting, bytes.Length, ShapeFixes.Parse("batch=1;x=2x4"), CancellationToken.None));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(thrown is null, $"{where}: {thrown}");
        Assert.True(counting.BytesRead <= bytes.Length + 512, $"{where}: read {counting.BytesRead} of {bytes.Length} bytes");
        Assert.True(allocated < MostAllocated, $"{where}: allocated {allocated} bytes");
        Assert.True(reading!.Facts is not null || reading.Problems.Count > 0, $"{where}: neither facts nor problems");
        Assert.All(reading.Problems, problem => Assert.Equal(problem.Message, Printable.Line(problem.Message)));
    }

    private static byte[] Mutate(byte[] model, Random random)
    {
        List<byte> bytes = [.. model];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] = 0xFF;
                    break;
                case 3 when bytes.Count > length:
                    bytes.RemoveRange(at, length);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 5:
                    int from = random.Next(bytes.Count - length + 1);
                    List<byte> piece = bytes.GetRange(from, length);
                    for (int i = 0; i < length; i++)
                        bytes[at + i] = piece[i];
                    break;
                default:
                    if (at > 0 && random.Next(8) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }
        return [.. bytes];
    }
}
