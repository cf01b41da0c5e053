namespace ModelGen.Onnx;

/// <summary>The shapes and dims that the user fixed.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Items">The fixes, in the order they were written.</param>
/// <param name="Problems">What was not well-formed; reported along with the model's own problems.</param>
public sealed record ShapeFixes(EquatableArray<ShapeFix> Items, EquatableArray<Problem> Problems)
{
    /// <summary>Nothing is fixed.</summary>
    public static ShapeFixes None { get; } = new(default, default);

    /// <summary>
    /// Parses <c>data=1x3x224x224; batch=1</c>: entries separated by semicolons or lines; in each the last <c>=</c> separates a name from its dims, these
    /// separated by <c>x</c>, <c>×</c> or commas. <c>?</c> keeps a dim open, <c>NAME=</c> alone is a scalar. A name that holds a semicolon, or quotes
    /// or spaces at its ends, goes into quotes: <c>'a;b'=1x3</c>.
    /// </summary>
    /// <param name="text">The entries; null and blank fix nothing.</param>
    public static ShapeFixes Parse(string? text) => ShapeFixParser.Parse(ShapeFixParser.Entries(text ?? ""), FixTarget.Any);

    /// <summary>Parses entries that are separate already, each as in <see cref="Parse(string?)"/> but with a name that needs no quotes.</summary>
    /// <param name="entries">The entries, as <c>data=1x3x224x224</c>.</param>
    /// <param name="target">What their names mean.</param>
    public static ShapeFixes Parse(IEnumerable<string> entries, FixTarget target) => ShapeFixParser.Parse(entries.Select(entry => (entry, false)), target);

    /// <summary>Both together.</summary>
    public ShapeFixes Append(ShapeFixes other) => new(new(Items.Concat(other.Items)), new(Problems.Concat(other.Problems)));
}
