using System.Buffers.Binary;
using System.IO.Compression;

namespace ModelGen.Tests.Imaging;

/// <summary>Reads the 8-bit PNG files of the tests: gray, RGB or RGBA, not interlaced.</summary>
internal static class PngFile
{
    internal static Image Read(string name)
    {
        byte[] file = File.ReadAllBytes(TestFiles.PathOf(name + ".png"));
        int width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        PixelFormat format = file[25] switch { 0 => PixelFormat.Gray8, 2 => PixelFormat.Rgb24, 6 => PixelFormat.Rgba32, _ => throw new InvalidDataException(name) };
        using var packed = new MemoryStream();
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(file, at + 8, length);
            at += length + 12;
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var image = new Image(width, height, format);
        int pixel = image.Stride / width;
        byte[] above = new byte[image.Stride];
        for (int y = 0; y < height; y++)
        {
            int filter = unpacked.ReadByte();
            Span<byte> row = image.Pixels.Slice(y * image.Stride, image.Stride);
            unpacked.ReadExactly(row);
            for (int x = 0; x < row.Length; x++)
            {
                int left = x < pixel ? 0 : row[x - pixel], upper = above[x], corner = x < pixel ? 0 : above[x - pixel];
                row[x] += (byte)(filter switch { 0 => 0, 1 => left, 2 => upper, 3 => (left + upper) / 2, _ => Paeth(left, upper, corner) });
            }

            row.CopyTo(above);
        }

        return image;
    }

    private static int Paeth(int left, int upper, int corner)
    {
        int guess = left + upper - corner;
        int a = Math.Abs(guess - left), b = Math.Abs(guess - upper), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? upper : corner;
    }
}
