using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>One item with what its file says.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Item">The item.</param>
/// <param name="Sha256">The file's SHA-256 in lower-case hexadecimal.</param>
/// <param name="Facts">What the file says; null when it can't be read at all.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record ItemReading(ModelItem Item, string Sha256, ModelFacts? Facts, EquatableArray<Problem> Problems)
{
    /// <summary>Reads the file behind an item. Roslyn's own text of it is of no use: <c>GetText</c> on a binary file is an error (CS2015).</summary>
    internal static ItemReading Read(ModelItem item, CancellationToken cancellationToken)
    {
        ModelReading reading = ModelReader.Read(item.Path, ShapeFixes.Parse(item.Shapes), cancellationToken);
        string sha256 = item.Sha256.Length > 0 || reading.Facts is null ? item.Sha256 : ModelHash.Sha256(item.Path);
        return new ItemReading(item, sha256, reading.Facts, reading.Problems);
    }
}
