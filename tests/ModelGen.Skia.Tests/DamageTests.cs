using System.Buffers.Binary;
using CsCheck;

namespace ModelGen.Tests;

public class DamageTests
{
    // A mutated header may declare any size: keep the pictures of the fuzzing small.
    private static readonly ImageLoadOptions s_small = new() { MaxPixels = 1 << 18 };

    private static readonly (string Name, byte[] Bytes)[] s_files =
        [.. TestData.Formats.Keys.Select(f => (f, File.ReadAllBytes(TestData.Format(f))))];

    private static readonly Gen<byte> s_edges = Gen.OneOf<byte>(0, 1, 0x7F, 0x80, 0xFE, 0xFF);

    public static TheoryData<string> Files => [.. TestData.Formats.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void ACutFileGivesTheWholePictureOrNone(string name)
    {
        byte[] bytes = File.ReadAllBytes(TestData.Format(name));
        byte[] whole = Image.Decode(bytes).Pixels.ToArray();
        int refused = 0;
        // Every 13th length, and all of the last 16: there lie trailers and end markers.
        for (int length = 0; length < bytes.Length; length += length < bytes.Length - 16 ? 13 : 1)
        {
            if (Decode(bytes[..length]) is { } image)
                Assert.Equal(whole, image.Pixels.ToArray());
            else
                refused++;
        }
        // An animated GIF is whole as soon as its first frame is, after two thirds of the file.
        Assert.InRange(refused, bytes.Length / 13 / 2, bytes.Length);
    }

    [Fact]
    public void DamagedBytesGiveAPictureWithinTheLimitsOrTheException() =>
        Gen.Select(Gen.Int[0, s_files.Length - 1], Gen.Select(Gen.Int[0, 1 << 16], Gen.Byte).Array[1, 12], Gen.Int[0, 40]).Sample(
            (file, changes, cut) =>
            {
                byte[] bytes = [.. s_files[file].Bytes];
                foreach ((int at, byte value) in changes)
                    bytes[at % bytes.Length] = value;
                return IsSound(Decode(bytes[..(bytes.Length - cut)], s_small));
            },
            iter: 20_000, threads: 2);

    [Fact]
    public void DamagedHeadersGiveAPictureWithinTheLimitsOrTheException() =>
        // The first bytes hold sizes, depths, tables and flags: hit them harder, and with the values where arithmetic breaks.
        Gen.Select(Gen.Int[0, s_files.Length - 1], Gen.Select(Gen.Int[2, 160], s_edges).Array[1, 4]).Sample(
            (file, changes) =>
            {
                byte[] bytes = [.. s_files[file].Bytes];
                foreach ((int at, byte value) in changes)
                    bytes[at % bytes.Length] = value;
                return IsSound(Decode(bytes, s_small));
            },
            iter: 20_000, threads: 2);

    [Fact]
    public void NoiseAfterASignatureIsRefused() =>
        Gen.Select(Gen.Int[0, s_files.Length - 1], Gen.Byte.Array[0, 200]).Sample((file, noise) =>
            Decode([.. s_files[file].Bytes.AsSpan(0, 12), .. noise], s_small) is null, iter: 2000, threads: 2);

    [Fact]
    public void AProgressiveJpegWithoutItsLastScanIsRefused()
    {
        byte[] bytes = File.ReadAllBytes(TestData.Format("jpeg-progressive-420.jpg"));
        int lastScan = bytes.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xDA]);
        var e = Assert.Throws<ImageDecodeException>(() => Image.Decode(bytes.AsSpan(0, lastScan)));
        Assert.Equal(
            $"Picture incomplete (image in memory): expected all 64×48 pixels, got data that end too early ({lastScan:N0} bytes). Copy or download the file again.",
            e.Message);
    }

    [Fact]
    public void ASizeIsRefusedBeforeMemoryIsTakenForIt()
    {
        byte[] bytes = File.ReadAllBytes(TestData.Format("bmp-24.bmp"));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(18), 30_000);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), 30_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var e = Assert.Throws<ImageDecodeException>(() => Image.Decode(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
        Assert.Contains("at most 178,956,970 pixels (ImageLoadOptions.MaxPixels), got 30000×30000 = 900,000,000 pixels", e.Message, StringComparison.Ordinal);
    }

    private static bool IsSound(Image? image) =>
        image is null || image.Width * image.Height <= s_small.MaxPixels
        && image.Pixels.Length == image.Width * image.Height * (image.Format == PixelFormat.Gray8 ? 1 : 4);

    private static Image? Decode(byte[] file, ImageLoadOptions? options = null)
    {
        try
        {
            return Image.Decode(file, options);
        }
        catch (ImageDecodeException)
        {
            return null;
        }
    }
}
