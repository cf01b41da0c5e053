using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Parameter lists that several emitted members share.</summary>
internal static class Signatures
{
    /// <summary>The type of a parameter for an input; an input with a default may be left out.</summary>
    internal static string ParameterType(PortSpec input) =>
        TypeNames.ReadOnly(input) + (input.IsScalar && input.HasDefault ? "?" : "");

    /// <summary>The inputs in the order of parameters: those with defaults last.</summary>
    internal static IEnumerable<PortSpec> Ordered(ModelBody body) => body.Inputs.OrderBy(input => input.HasDefault);

    /// <summary>All inputs as parameters.</summary>
    internal static string Parameters(ModelBody body) =>
        string.Join(", ", Ordered(body).Select(input => $"{ParameterType(input)} {input.Parameter}{(input.HasDefault ? " = default" : "")}"));

    /// <summary>All inputs as arguments.</summary>
    internal static string Arguments(ModelBody body) => string.Join(", ", Ordered(body).Select(input => input.Parameter));

    /// <summary>One <c>param</c> line an input.</summary>
    internal static void Docs(CodeWriter writer, ModelBody body)
    {
        foreach (PortSpec input in Ordered(body))
            writer.Line($"/// <param name=\"{input.Parameter}\">{Doc(input)}</param>");
    }

    /// <summary>What a port is, in a sentence.</summary>
    internal static string Doc(PortSpec port)
    {
        string name = XmlText.Line(port.OnnxName);
        string open = port.IsBatch ? $", any number along {XmlText.Line(port.Dims[0].ToString())}" : "";
        string absent = port.HasDefault ? "; the model's own value when left out" : "";
        return $"<c>{name}</c>: {port.Element.ToName()} {SummaryEmitter.DimText(port)}{open}{absent}.";
    }
}
