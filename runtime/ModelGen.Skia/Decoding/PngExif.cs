using System.Buffers.Binary;

namespace ModelGen;

/// <summary>Finds the orientation in a PNG's eXIf chunk (PNG, third edition, 11.3.2.7), which Skia does not read.</summary>
internal static class PngExif
{
    private const int SignatureLength = 8;
    private const int ChunkOverhead = 12;   // length, type, CRC
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    /// <summary>1 to 8 as EXIF counts them; 1 when the file says nothing sensible. Never throws.</summary>
    public static int Orientation(ReadOnlySpan<byte> png)
    {
        int at = SignatureLength;
        while (png.Length - at >= ChunkOverhead)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            ReadOnlySpan<byte> type = png.Slice(at + 4, 4);
            if (length > (uint)(png.Length - at - ChunkOverhead) || type.SequenceEqual("IEND"u8))
                return 1;
            if (type.SequenceEqual("eXIf"u8))
                return OfTiff(png.Slice(at + 8, (int)length));
            at += ChunkOverhead + (int)length;
        }
        return 1;
    }

    private static int OfTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
            return 1;
        bool little = tiff[0] == 'I';
        uint directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
            return 1;
        ReadOnlySpan<byte> entries = tiff[(int)directory..];
        int count = Number(entries, little);
        entries = entries[2..];
        for (; count > 0 && entries.Length >= 12; count--, entries = entries[12..])
            if (Number(entries, little) == OrientationTag && Number(entries[2..], little) == ShortType)
                return Number(entries[8..], little) is var value and >= 1 and <= 8 ? value : 1;
        return 1;
    }

    private static ushort Number(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
