using System.Globalization;

namespace ModelGen.Cli;

/// <summary>The type of a NumPy array's elements, without its byte order.</summary>
/// <param name="Kind"><c>f</c> float, <c>i</c> signed, <c>u</c> unsigned, <c>b</c> bool, <c>U</c> text.</param>
/// <param name="Size">Bytes of an element; of text the characters of the longest one, four bytes each.</param>
internal readonly record struct NpyType(char Kind, int Size)
{
    /// <summary>Bytes of one element in the file.</summary>
    internal long Bytes => Kind == 'U' ? 4L * Size : Size;

    /// <summary>Whether it is text.</summary>
    internal bool IsText => Kind == 'U';

    /// <summary>NumPy's own name: <c>float32</c>, <c>bool</c>, <c>str</c>.</summary>
    public override string ToString() => Kind switch
    {
        'f' => "float" + (8 * Size).ToString(CultureInfo.InvariantCulture),
        'i' => "int" + (8 * Size).ToString(CultureInfo.InvariantCulture),
        'u' => "uint" + (8 * Size).ToString(CultureInfo.InvariantCulture),
        'b' => "bool",
        _ => "str",
    };

    /// <summary>Reads a type string such as <c>&lt;f4</c>.</summary>
    /// <exception cref="NpyException">It is none that ONNX has tensors of.</exception>
    internal static NpyType Parse(string text, out bool bigEndian)
    {
        bigEndian = text.Length > 0 && text[0] == '>';
        string rest = text.TrimStart('<', '>', '|', '=');
        if (text.Length - rest.Length <= 1 && rest.Length > 1
            && int.TryParse(rest.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int size)
            && (rest[0], size) is ('f', 2 or 4 or 8) or ('i' or 'u', 1 or 2 or 4 or 8) or ('b', 1) or ('U', _))
            return new(rest[0], size);

        string advice = rest.Length == 0 ? "" : rest[0] switch
        {
            'O' => " Objects are Python pickles; save text with a.astype(str), numbers with a.astype('float32').",
            'S' => " Save text with a.astype(str).",
            'M' or 'm' => " Save dates and times as numbers, with a.astype('int64').",
            _ => "",
        };
        throw new NpyException($"has elements of type '{Onnx.Printable.Line(text, 40)}', where float16, float32, float64, (u)int8 to (u)int64, bool or str can be read.{advice}");
    }
}
