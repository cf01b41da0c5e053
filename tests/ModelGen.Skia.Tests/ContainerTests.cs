using CsCheck;

namespace ModelGen.Tests;

/// <summary>The readers of single facts (orientation, transparency, end marker), which see untrusted bytes.</summary>
public class ContainerTests
{
    private static readonly byte[] s_png = File.ReadAllBytes(TestData.Format("png-exif-6.png"));
    private static readonly byte[] s_gif = File.ReadAllBytes(TestData.Format("gif-transparent.gif"));
    private static readonly byte[] s_jpeg = File.ReadAllBytes(TestData.Format("jpeg-progressive-420.jpg"));

    [Fact]
    public void OrientationIsFoundInBothByteOrders()
    {
        Assert.Equal(5, PngExif.Orientation(Png([.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 5, 0, 0, 0])));
        Assert.Equal(5, PngExif.Orientation(Png([.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 5, 0, 0])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    public void AnOrientationThatExifDoesNotKnowIsUpright(byte value) =>
        Assert.Equal(1, PngExif.Orientation(Png([.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, value, 0, 0, 0])));

    [Fact]
    public void ATagBehindOthersIsFound() =>
        Assert.Equal(3, PngExif.Orientation(Png(
            [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 0x01, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 3, 0, 0, 0])));

    [Fact]
    public void APngWithoutExifIsUpright() =>
        Assert.Equal(1, PngExif.Orientation(File.ReadAllBytes(TestData.Format("png-rgb8.png"))));

    [Fact]
    public void AFileWithoutTransparencyHasNoFlagsToClear()
    {
        int flags = GifColours.FlagsOfFirstFrame(s_gif);
        Assert.Equal(0xF9, s_gif[flags - 2]);
        Assert.Equal(1, s_gif[flags] & 1);
        Assert.Equal(-1, GifColours.FlagsOfFirstFrame("GIF87a"u8));
    }

    [Fact]
    public void OnlyProgressiveFilesWithoutAnEndAreCut()
    {
        Assert.False(JpegScans.IsCutProgressive(s_jpeg));
        Assert.True(JpegScans.IsCutProgressive(s_jpeg.AsSpan(..^1)));
        Assert.False(JpegScans.IsCutProgressive(File.ReadAllBytes(TestData.Format("jpeg-baseline-420-restart.jpg")).AsSpan(..^2)));
    }

    [Fact]
    public void AnEndMarkerWithinAThumbnailDoesNotCount()
    {
        // An APP1 segment with a whole small JPEG inside, as cameras write it.
        byte[] thumbnail = [0xFF, 0xD8, 0xFF, 0xD9];
        byte[] cut = [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(thumbnail.Length + 2), .. thumbnail, .. s_jpeg.AsSpan(2..^2)];
        Assert.True(JpegScans.IsCutProgressive(cut));
        Assert.False(JpegScans.IsCutProgressive([.. cut, 0xFF, 0xD9]));
    }

    [Fact]
    public void NoBytesMakeTheReadersThrow() =>
        Gen.Select(Gen.OneOf(s_png, s_gif, s_jpeg), Gen.Select(Gen.Int[0, 300], Gen.Byte).Array[0, 10], Gen.Int[0, 400]).Sample(
            (original, changes, length) =>
            {
                byte[] bytes = [.. original];
                foreach ((int at, byte value) in changes)
                    bytes[at] = value;
                ReadOnlySpan<byte> cut = bytes.AsSpan(0, length);
                int flags = GifColours.FlagsOfFirstFrame(cut);
                _ = JpegScans.IsCutProgressive(cut);
                return flags >= -1 && flags < length && PngExif.Orientation(cut) is >= 1 and <= 8;
            },
            iter: 20_000);

    private static byte[] Png(byte[] exif) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, (byte)exif.Length, .. "eXIf"u8, .. exif, 0, 0, 0, 0];
}
