using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests.Operators;

/// <summary>Infers one node in tests: <c>Infer.Op("Reshape", 13, [Infer.Float(2, 3), Infer.Ints(3, -1)])</c> gives <c>float32 3×2</c>.</summary>
internal static class Infer
{
    /// <summary>The first output in words.</summary>
    public static string Op(string op, int opset, Operand[] inputs, params AttributeProto[] attributes) => All(op, opset, inputs, 1, attributes).Texts[0];

    /// <summary>The node with so many outputs. <paramref name="op"/> is <c>com.microsoft.Gelu</c> outside the standard domain.</summary>
    public static Inferred All(string op, int opset, Operand[] inputs, int outputs, params AttributeProto[] attributes)
    {
        string[] names = [.. inputs.Select((input, i) => input.IsHole ? "" : "i" + i)];
        NodeProto node = GraphBuilder.MakeNode(op, "", "", attributes);
        node.Name = "node";
        node.Input.Add(names);
        node.Output.Add(Enumerable.Range(0, outputs).Select(i => "o" + i));
        var graph = new GraphProto { Node = { node } };
        var model = new ModelProto { IrVersion = 10, Graph = graph, OpsetImport = { new OperatorSetIdProto { Domain = node.Domain, Version = opset } } };

        var inference = new GraphInference(model, new FixedDims(), CancellationToken.None);
        Scope scope = inference.MainScope(graph);
        for (int i = 0; i < inputs.Length; i++)
            if (!inputs[i].IsHole)
                scope.Set(names[i], inputs[i].Fact!);
        inference.Run(graph.Node, graph.ValueInfo, scope);
        var problems = new ProblemBag();
        inference.Findings.Report(problems);
        return new Inferred([.. node.Output.Select(scope.Find)], [.. problems.ToArray()]);
    }

    /// <summary>A float32 tensor; a dim is a number, a name, or null for unknown.</summary>
    public static Operand Float(params object?[] dims) => Tensor(ElementType.Float, dims);

    /// <summary>A tensor without known elements.</summary>
    public static Operand Tensor(ElementType element, params object?[] dims) =>
        new(Fact.Tensor(element, ValueTypes.FromProto(GraphBuilder.Tensor(element, dims).TensorType.Shape)));

    /// <summary>A tensor of unknown rank.</summary>
    public static Operand Unranked(ElementType element) => new(Fact.Tensor(element, null));

    /// <summary>A vector of int64 with known elements; a name is the size of a dim, null unknown.</summary>
    public static Operand Ints(params object?[] items) => Value(ElementType.Int64, [items.Length], items);

    /// <summary>An int64 scalar with a known element.</summary>
    public static Operand Int(long item) => Value(ElementType.Int64, [], item);

    /// <summary>A vector of float32 with known elements.</summary>
    public static Operand Floats(params object?[] items) => Value(ElementType.Float, [items.Length], items);

    /// <summary>A tensor with known elements, row-major: integers, floats, bools, names of dims, or null.</summary>
    public static Operand Value(ElementType element, long[] dims, params object?[] items) => new(Fact.Of(new PartialTensor(element, dims, [.. items.Select(Item)])));

    /// <summary>Any fact.</summary>
    public static Operand Of(Fact fact) => new(fact);

    /// <summary>An input that is left out.</summary>
    public static Operand Hole { get; } = new(null);

    public static AttributeProto Attribute(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    public static AttributeProto Attribute(string name, float value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = value };

    public static AttributeProto Attribute(string name, string value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    public static AttributeProto Attribute(string name, params long[] values) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    public static AttributeProto Attribute(string name, params float[] values) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Floats, Floats = { values } };

    public static AttributeProto Attribute(string name, params string[] values) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Strings, Strings = { values.Select(ByteString.CopyFromUtf8) } };

    private static Scalar Item(object? item) => item switch
    {
        null => Scalar.Unknown,
        string name => Scalar.Of(Dim.Named(name)),
        bool value => Scalar.Bool(value),
        float or double => Scalar.Float(Convert.ToDouble(item, System.Globalization.CultureInfo.InvariantCulture)),
        _ => Scalar.Int(Convert.ToInt64(item, System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>An input.</summary>
    internal sealed record Operand(Fact? Fact)
    {
        public bool IsHole => Fact is null;
    }

    /// <summary>What came out.</summary>
    internal sealed record Inferred(Fact[] Facts, Problem[] Problems)
    {
        /// <summary>The outputs' types: <c>float32 1×n×?</c>.</summary>
        public string[] Texts => [.. Facts.Select(fact => fact.Type.ToText())];

        /// <summary>The first output's elements: <c>1 n ?</c>; null when they are not followed.</summary>
        public string? Elements => Facts[0].Value is { } value ? string.Join(" ", value.Items) : null;

        /// <summary>The message when the node can't run; null when it can.</summary>
        public string? Fault => Problems.FirstOrDefault(problem => problem.Rule == Rules.NodeFails)?.Message;
    }
}
