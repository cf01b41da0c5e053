using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

internal sealed partial class NodeContext
{
    /// <summary>The attribute; inside a function, the one it was called with. Null when there is none.</summary>
    public AttributeProto? Attribute(string name)
    {
        // By index: enumerating a repeated field allocates, and rules ask for several attributes.
        for (int i = 0; i < Node.Attribute.Count; i++)
        {
            AttributeProto attribute = Node.Attribute[i];
            if (attribute.Name != name)
                continue;
            if (attribute.RefAttrName.Length == 0)
                return attribute;
            return _scope.Arguments.TryGetValue(attribute.RefAttrName, out AttributeProto argument) ? argument : null;
        }
        return null;
    }

    /// <summary>An integer attribute; null when it is not there.</summary>
    public long? Int(string name) => Attribute(name) is { HasI: true } attribute ? attribute.I : null;

    /// <summary>An integer attribute.</summary>
    public long Int(string name, long otherwise) => Int(name) ?? otherwise;

    /// <summary>A float attribute; null when it is not there.</summary>
    public float? Float(string name) => Attribute(name) is { HasF: true } attribute ? attribute.F : null;

    /// <summary>A text attribute.</summary>
    public string Text(string name, string otherwise) => Attribute(name) is { HasS: true } attribute ? attribute.S.ToStringUtf8() : otherwise;

    /// <summary>An attribute of integers; null when it is not there. An empty list counts as there.</summary>
    public long[]? Ints(string name) =>
        Attribute(name) is { } attribute && (attribute.Ints.Count > 0 || attribute.Type == AttributeProto.Types.AttributeType.Ints) ? [.. attribute.Ints] : null;

    /// <summary>An attribute of floats; null when it is not there.</summary>
    public float[]? Floats(string name) =>
        Attribute(name) is { } attribute && (attribute.Floats.Count > 0 || attribute.Type == AttributeProto.Types.AttributeType.Floats) ? [.. attribute.Floats] : null;

    /// <summary>A tensor attribute; null when it is not there.</summary>
    public TensorProto? Tensor(string name) => Attribute(name)?.T;

    /// <summary>A subgraph attribute; null when it is not there.</summary>
    public GraphProto? Graph(string name) => Attribute(name)?.G;

    /// <summary>The elements of a list attribute, without reading them, as some are too long to keep; 0 when it is not there, null when unknown.</summary>
    public long? Count(string name) => Attribute(name) switch
    {
        null => 0,
        { Dropped: { } dropped } => dropped.LeastElements == dropped.MostElements ? dropped.LeastElements : null,
        var attribute => Math.Max(Math.Max(attribute.Ints.Count, attribute.Floats.Count), attribute.Strings.Count),
    };

    /// <summary>
    /// Integers that are an attribute in some opsets and an input in others: whichever the node has. Null both when neither is there and when the input
    /// is not known; <paramref name="isAbsent"/> tells which.
    /// </summary>
    public long[]? Ints(string attribute, int input, out bool isAbsent)
    {
        isAbsent = false;
        if (Has(input))
            return Integers(input);
        long[]? values = Ints(attribute);
        isAbsent = values is null;
        return values;
    }
}
