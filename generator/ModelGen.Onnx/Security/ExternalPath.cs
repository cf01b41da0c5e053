namespace ModelGen.Onnx;

/// <summary>
/// Judges the text of an <c>external_data</c> location, the same on every system: what one of them could take for a path out of the model's folder
/// is refused on all (CVE-2022-25882, CVE-2024-27318).
/// </summary>
internal static class ExternalPath
{
    // Windows' MAX_PATH is 260, Linux' PATH_MAX 4096; exporters write a bare file name.
    private const int Longest = 1024;

    /// <summary>Why a location is refused; null when it is a plain relative path below the folder.</summary>
    public static string? Fault(string location)
    {
        if (location.Length > Longest)
            return $"is longer than {Longest} characters";
        if (location.Any(char.IsControl))
            return "holds control characters";
        if (location.Contains('\\'))
            return "holds a backslash, which is a separator on Windows only: ONNX wants '/'";
        if (location[0] == '/')
            return "is an absolute path";
        // A drive, or an alternate stream of NTFS. The rest has no place in names on Windows; ONNX Runtime itself gives
        // "*/_ORT_MEM_ADDR_/*" a meaning: an address in memory.
        if (location.IndexOfAny([':', '*', '?', '"', '<', '>', '|']) >= 0)
            return "holds one of the characters : * ? \" < > |";
        return location.Split('/').Select(SegmentFault).FirstOrDefault(fault => fault is not null);
    }

    private static string? SegmentFault(string segment) => segment switch
    {
        "" => "has an empty part",
        "." => null,
        ".." => "leads upwards with '..'",
        // Windows drops these, so that ".. " would become "..".
        _ when segment[segment.Length - 1] is '.' or ' ' => "has a part that ends with a dot or a space",
        _ => null,
    };
}
