using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>The names that a model lets users fix: its inputs, its outputs and its named dims.</summary>
internal sealed class FixableNames
{
    private readonly Dictionary<string, ValueType> _values = [];
    private readonly List<string> _valueNames = [];
    private readonly List<string> _dimNames = [];
    private readonly HashSet<string> _dims = [];

    /// <summary>Gathers the names.</summary>
    public FixableNames(ParsedModel model, IReadOnlyList<ValueType> inputs, IReadOnlyList<ValueType> outputs)
    {
        IEnumerable<ValueInfoProto> values = model.Inputs.Concat(model.Outputs);
        foreach ((ValueInfoProto value, ValueType type) in values.Zip(inputs.Concat(outputs), (value, type) => (value, type)))
        {
            if (_values.ContainsKey(value.Name))
                continue;
            _values.Add(value.Name, type);
            _valueNames.Add(value.Name);
        }
        foreach (string name in inputs.Concat(outputs).SelectMany(Symbols))
            if (_dims.Add(name))
                _dimNames.Add(name);

        // Dims inside the graph may be fixed too, but are not offered: exporters number them in the thousands.
        foreach (ValueInfoProto info in model.Graph.ValueInfo)
            _dims.UnionWith(Symbols(ValueTypes.FromProto(info.Type)));
    }

    /// <summary>What a fix means, by the rule of <see cref="ShapeFix"/>; <see cref="FixTarget.Any"/> when the model has nothing of that name.</summary>
    public FixTarget Meaning(ShapeFix fix)
    {
        bool isValue = _values.TryGetValue(fix.Name, out ValueType type) && fix.Target != FixTarget.Dim;
        bool isDim = _dims.Contains(fix.Name) && fix.Target != FixTarget.Value && fix.Shape.Rank == 1 && fix.Shape.Dims[0].IsKnown;
        if (isValue && isDim)
        {
            isDim = type is not TensorType { Shape: { Rank: 1 } shape }
                || shape.Dims[0].IsKnown || shape.Dims[0].Symbol == fix.Name;
        }
        return isDim ? FixTarget.Dim : isValue ? FixTarget.Value : FixTarget.Any;
    }

    /// <summary>The message for a fix that means nothing.</summary>
    public string Explain(ShapeFix fix)
    {
        string entry = Printable.Quote(fix.ToString());
        if (_dims.Contains(fix.Name) && fix.Target != FixTarget.Value)
            return $"The fixed shape {entry} gives a shape to a named dim, which takes one number, as in {Printable.Line(fix.Name, Printable.NameLength)}=1.";
        string has = $"The model's inputs and outputs are {Describe.List(_valueNames)}; its named dims are {Describe.List(_dimNames)}.";
        string wanted = fix.Target switch
        {
            FixTarget.Value => "neither an input nor an output",
            FixTarget.Dim => "no dim",
            _ => "neither a dim nor an input or output",
        };
        return $"The fixed shape {entry} names {wanted} of the model. {has}";
    }

    private static IEnumerable<string> Symbols(ValueType type) => type switch
    {
        TensorType { Shape: { } shape } => Symbols(shape),
        SparseTensorType { Shape: { } shape } => Symbols(shape),
        SequenceType sequence => Symbols(sequence.Element),
        OptionalType optional => Symbols(optional.Element),
        MapType map => Symbols(map.Value),
        _ => [],
    };

    private static IEnumerable<string> Symbols(TensorShape shape) => shape.Dims.Select(dim => dim.Symbol).OfType<string>();
}
