using ModelGen.Onnx;
using ValueType = ModelGen.Onnx.ValueType;

namespace ModelGen.Generator;

/// <summary>Gives a model's inputs and outputs their names in C#.</summary>
internal static class PortBuilder
{
    /// <summary>Names that the nested types Input, Output and Call need for themselves.</summary>
    private static readonly string[] s_takenMembers = ["Input", "Output", "Call", "Run", "Dispose", "CopyTo", "Classify", "Segment", "Threshold", "Embed", "Interpret", .. UniqueNames.ObjectMembers];

    /// <summary>Names that parameters can't have beside those of the emitted members.</summary>
    private static readonly string[] s_takenParameters = ["cancellationToken", "input", "call", "options"];

    internal static Ports Build(ModelFacts facts)
    {
        // A call has inputs and outputs side by side, so that their names share one scope.
        UniqueNames members = new(s_takenMembers);
        UniqueNames parameters = new(s_takenParameters);
        PortSpec[] inputs = [.. facts.Inputs.Select((input, i) => Port(input.Name, "Input", i, input.Type, input.HasDefault, input.Description, members, parameters))];
        PortSpec[] outputs = [.. facts.Outputs.Select((output, i) => Port(output.Name, "Output", i, output.Type, false, output.Description, members, parameters))];
        return new Ports(new EquatableArray<PortSpec>(inputs), new EquatableArray<PortSpec>(outputs), new EquatableArray<OpenDimSpec>(OpenDimsOf(inputs, parameters)));
    }

    private static PortSpec Port(
        string name, string role, int index, ValueType type, bool hasDefault, string description, UniqueNames members, UniqueNames parameters)
    {
        TensorType tensor = type as TensorType ?? new TensorType(ElementType.Float, null);
        string fallback = role + (index + 1);
        string member = members.Take(Suffixed(CSharpNames.Identifier(name, NameStyle.Pascal, fallback), role, s_takenMembers));
        string parameter = Suffixed(CSharpNames.Identifier(name, NameStyle.Camel, fallback), role, s_takenParameters);
        return new PortSpec(
            name,
            member,
            // Scripts without upper case give both the same name, and an assignment of a variable to itself.
            parameters.Take(parameter == member ? parameter + "Value" : parameter),
            tensor.Element,
            new EquatableArray<Dim>((tensor.Shape?.Dims ?? default).Select((dim, i) => i == 0 && !dim.IsKnown ? Dim.Named(dim.Symbol ?? name + " dim 0") : dim)),
            hasDefault,
            description);
    }

    /// <summary>An input called <c>input</c> is an <c>InputTensor</c> rather than an <c>Input2</c>.</summary>
    private static string Suffixed(string name, string role, string[] taken) =>
        taken.Contains(name) ? name + (name.Equals(role, StringComparison.OrdinalIgnoreCase) ? "Tensor" : role) : name;

    private static IEnumerable<OpenDimSpec> OpenDimsOf(IEnumerable<PortSpec> inputs, UniqueNames parameters) => inputs
        .Where(input => input.IsBatch)
        .Select(input => input.Dims[0].Symbol!)
        .Distinct()
        .Select(symbol => new OpenDimSpec(symbol, parameters.Take(CSharpNames.Identifier(symbol, NameStyle.Camel, "count"))));
}
