using System.Buffers.Binary;

namespace ModelGen.Tests;

/// <summary>Wraps simple WebP files in the extended container (RFC 9649, 2.7), which can carry EXIF.</summary>
internal static class WebP
{
    public static byte[] WithOrientation(byte[] simple, int width, int height, byte orientation)
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
        var extended = new byte[10];
        extended[0] = 0x08;     // has EXIF
        WriteUInt24(extended.AsSpan(4), width - 1);
        WriteUInt24(extended.AsSpan(7), height - 1);
        byte[] body = [.. "WEBP"u8, .. Chunk("VP8X"u8, extended), .. simple.AsSpan(12), .. Chunk("EXIF"u8, tiff)];
        return Chunk("RIFF"u8, body);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. type, .. length, .. data, .. new byte[data.Length & 1]];
    }

    private static void WriteUInt24(Span<byte> at, int value) =>
        (at[0], at[1], at[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
