using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Types of the main graph's values by name: the signature's, and for what lies between the file's own <c>value_info</c> with the fixed dims put in.</summary>
internal sealed class ValueTypeLookup
{
    private readonly Dictionary<string, ValueType> _types = [];

    /// <summary>Gathers the types; where two sources name a value the signature's counts.</summary>
    public ValueTypeLookup(ParsedModel model, Signature signature, FixedDims dims)
    {
        foreach (ValueInfoProto value in model.Graph.ValueInfo)
            _types[value.Name] = dims.Apply(ValueTypes.FromProto(value.Type));
        for (int i = 0; i < model.Outputs.Count; i++)
            _types[model.Outputs[i].Name] = signature.Outputs[i];
        for (int i = 0; i < model.Inputs.Count; i++)
            _types[model.Inputs[i].Name] = signature.Inputs[i];
    }

    /// <summary>The type of a value; null when nothing states it.</summary>
    public ValueType? Find(string name) => _types.TryGetValue(name, out ValueType type) ? type : null;
}
