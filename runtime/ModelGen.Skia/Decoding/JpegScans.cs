namespace ModelGen;

/// <summary>
/// Finds progressive JPEGs that break off. Skia shows what a cut progressive file has so far, a blurred picture, and calls it a success;
/// of sequential files it reports the cut itself.
/// </summary>
internal static class JpegScans
{
    // Markers of ITU-T T.81, table B.1.
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <summary>Whether the file is progressive and has no end-of-image marker. Never throws.</summary>
    public static bool IsCutProgressive(ReadOnlySpan<byte> jpeg)
    {
        bool progressive = false;
        for (int at = 2; NextMarker(jpeg, ref at, inScan: false) is var marker and not EndOfImage;)
        {
            if (marker < 0)
                return progressive;
            progressive |= marker is 0xC2 or 0xC6 or 0xCA or 0xCE;
            if (marker is <= 0x01 or (>= 0xD0 and <= 0xD8))
                continue;   // no length follows
            if (jpeg.Length - at < 2)
                return progressive;
            at += jpeg[at] << 8 | jpeg[at + 1];
            if (marker == StartOfScan && NextMarker(jpeg, ref at, inScan: true) >= 0)
                at -= 2;    // the marker after the scan is the loop's
        }
        return false;
    }

    /// <summary>The code of the next marker, which <paramref name="at"/> then follows; -1 at the end of the file.</summary>
    private static int NextMarker(ReadOnlySpan<byte> jpeg, ref int at, bool inScan)
    {
        while (at < jpeg.Length - 1)
        {
            int found = jpeg[at..^1].IndexOf((byte)0xFF);
            if (found < 0)
                break;
            at += found + 1;
            byte code = jpeg[at];
            // FF 00 is a stuffed byte and FF FF padding; within a scan, restart markers belong to the data.
            if (code is 0x00 or 0xFF || inScan && code is >= 0xD0 and <= 0xD7)
                continue;
            at++;
            return code;
        }
        at = jpeg.Length;
        return -1;
    }
}
