using System.Globalization;
using SkiaSharp;

namespace ModelGen.Tests;

public class LoadTests
{
    private static readonly string s_path = TestData.Format("png-rgba8.png");
    private static readonly byte[] s_bytes = File.ReadAllBytes(s_path);

    [Fact]
    public void PathStreamAndBytesGiveTheSamePicture()
    {
        byte[] expected = Image.Load(s_path).Pixels.ToArray();
        using FileStream file = File.OpenRead(s_path);
        Assert.Equal(expected, Image.Load(file).Pixels.ToArray());
        Assert.Equal(expected, Image.Decode(s_bytes).Pixels.ToArray());
        Assert.Equal(expected, ImageFile.Load(s_path).Pixels.ToArray());
        Assert.True(Image.TryLoad(s_path, out Image? image, out string? problem));
        Assert.Null(problem);
        Assert.Equal(expected, image.Pixels.ToArray());
    }

    [Fact]
    public void AStreamIsReadFromWhereItStandsAndStaysOpen()
    {
        using var stream = new MemoryStream([1, 2, 3, .. s_bytes]);
        stream.Position = 3;
        Assert.Equal(64, Image.Load(stream).Width);
        Assert.True(stream.CanRead);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1 << 20)]
    public void AStreamThatCanNotSeekIsReadToItsEnd(int atOnce)
    {
        // Longer than the first read, and growing past it: bytes after IEND are no part of the picture.
        byte[] bytes = [.. s_bytes, .. new byte[200_000]];
        using var stream = new Trickle(bytes, atOnce);
        Assert.Equal(Image.Load(s_path).Pixels.ToArray(), Image.Load(stream).Pixels.ToArray());
        Assert.Equal(bytes.Length, stream.Given);
    }

    [Fact]
    public void AStreamWithoutASignatureIsNotReadToItsEnd()
    {
        using var stream = new Trickle(new byte[10_000_000], 1 << 20);
        var e = Assert.Throws<ImageDecodeException>(() => Image.Load(stream));
        Assert.Equal(
            "Not an image that can be decoded (image stream): expected JPEG, PNG, GIF, BMP or WebP, got a file that begins with 00 00 00 00 00 00 00 00 (\"........\").",
            e.Message);
        Assert.InRange(stream.Given, 1, 1 << 17);
    }

    [Theory]
    [InlineData("<html><body>404</body></html>", "HTML")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("II*\0", "TIFF")]
    [InlineData("\0\0\0\u0020ftypavif", "AVIF")]
    [InlineData("PK\u0003\u0004", "ZIP")]
    [InlineData("\0\0\u0001\0", "icon")]
    [InlineData("G", "47 (\"G\")")]
    public void OtherKindsOfFilesAreCalledByTheirName(string text, string kind)
    {
        byte[] bytes = [.. text.Select(c => (byte)c)];
        Assert.Contains(kind, Assert.Throws<ImageDecodeException>(() => Image.Decode(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        Assert.Contains("no-such.png", Assert.Throws<FileNotFoundException>(() => Image.Load("no-such.png")).Message, StringComparison.Ordinal);
        Assert.False(Image.TryLoad("no-such.png", out _, out string? problem));
        Assert.Contains("no-such.png", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderIsAProblemAndNoCrash()
    {
        Assert.False(Image.TryLoad(TestData.Folder, out _, out string? problem));
        Assert.Contains(TestData.Folder, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TheExceptionHoldsItsParts()
    {
        var e = Assert.Throws<ImageDecodeException>(() => Image.Load(TestData.BadFile("truncated.png")));
        Assert.Equal(("Picture incomplete", "truncated.png", "all 64×48 pixels"), (e.Problem, e.Where, e.Expected));
    }

    [Fact]
    public void APictureOfExactlyTheLimitIsDecoded()
    {
        Assert.Equal(64, Image.Load(s_path, new ImageLoadOptions { MaxPixels = 64 * 48, MaxBytes = s_bytes.Length }).Width);
        Assert.Throws<ImageDecodeException>(() => Image.Load(s_path, new ImageLoadOptions { MaxPixels = 64 * 48 - 1 }));
        Assert.Throws<ImageDecodeException>(() => Image.Load(s_path, new ImageLoadOptions { MaxBytes = s_bytes.Length - 1 }));
    }

    [Fact]
    public void AnEndlessStreamStopsAtTheLimit()
    {
        using var stream = new Trickle([.. s_bytes, .. new byte[1_000_000]], 5000);
        var e = Assert.Throws<ImageDecodeException>(() => Image.Load(stream, new ImageLoadOptions { MaxBytes = 100_000 }));
        Assert.Contains("at most 100,000 bytes", e.Message, StringComparison.Ordinal);
        Assert.InRange(stream.Given, 100_001, 300_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(178_956_971)]
    public void ALimitThatNoPictureMeetsIsRefused(long pixels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageLoadOptions { MaxPixels = pixels });

    [Fact]
    public void NullsAreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Image.Load((string)null!));
        Assert.Throws<ArgumentNullException>(() => Image.Load((Stream)null!));
        Assert.Throws<ArgumentNullException>(() => Image.TryLoad(null!, out _, out _));
        Assert.Throws<ArgumentException>(() => Image.Load(""));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void AColourProfileChangesNothing(SKEncodedImageFormat format)
    {
        Image image = Image.Load(TestData.Format("png-rgb8.png"));
        byte[] plain = Encode(image, SKColorSpace.CreateSrgb(), format);
        byte[] wide = Encode(image, SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Linear, SKColorSpaceXyz.DisplayP3), format);
        Assert.NotEqual(plain, wide);
        Assert.Equal(Image.Decode(plain).Pixels.ToArray(), Image.Decode(wide).Pixels.ToArray());
    }

    [Fact]
    public void ManyThreadsGetTheSamePixels()
    {
        string[] files = [.. TestData.Formats.Keys];
        string[] alone = [.. files.Select(f => TestData.Sha256(Image.Load(TestData.Format(f)).Pixels))];
        Parallel.For(0, 400, i => Assert.Equal(alone[i % files.Length], TestData.Sha256(Image.Load(TestData.Format(files[i % files.Length])).Pixels)));
    }

    [Fact]
    public void NumbersInMessagesDoNotFollowTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberGroupSeparator = "_";
            CultureInfo.CurrentCulture = culture;
            Assert.Contains("3,600,000,000", Assert.Throws<ImageDecodeException>(() => Image.Load(TestData.BadFile("bomb-60000x60000.png"))).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static unsafe byte[] Encode(Image image, SKColorSpace space, SKEncodedImageFormat format)
    {
        fixed (byte* pixels = image.Pixels)
        {
            using var map = new SKPixmap(new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque, space), (nint)pixels);
            using SKData data = map.Encode(format, 100)!;
            return data.ToArray();
        }
    }

    /// <summary>A stream that can't seek and gives a few bytes at a time, as sockets do.</summary>
    private sealed class Trickle(byte[] bytes, int atOnce) : MemoryStream(bytes)
    {
        public long Given => base.Position;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, atOnce)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atOnce));
    }
}
