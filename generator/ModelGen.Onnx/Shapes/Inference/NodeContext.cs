using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>What a rule sees of its node: the inputs' facts, the attributes, the opset; and where it puts the outputs' facts.</summary>
/// <remarks>Attributes are in <c>NodeContext.Attributes.cs</c>, outputs in <c>NodeContext.Outputs.cs</c>.</remarks>
internal sealed partial class NodeContext
{
    private readonly GraphInference _inference;
    private readonly Scope _scope;
    private readonly Fact? _first;

    /// <summary>For one visit of a node.</summary>
    public NodeContext(GraphInference inference, Scope scope, NodeProto node)
    {
        (_inference, _scope, Node) = (inference, scope, node);
        _outputs = new Fact?[node.Output.Count];
        Opset = inference.OpsetOf(scope, node.Domain);
    }

    private NodeContext(NodeContext context, Fact first)
        : this(context._inference, context._scope, context.Node) => _first = first;

    /// <summary>The node.</summary>
    public NodeProto Node { get; }

    /// <summary>The version of the operator's own domain.</summary>
    public long Opset { get; }

    /// <summary>What may be spent.</summary>
    public InferenceBudget Budget => _inference.Budget;

    /// <summary>The number of inputs, holes counted.</summary>
    public int InputCount => Node.Input.Count;

    /// <summary>Whether the input is there: an empty name is a hole.</summary>
    public bool Has(int input) => input < Node.Input.Count && Node.Input[input].Length > 0;

    /// <summary>The fact of an input; unknown when it is left out.</summary>
    public Fact Input(int input) => input == 0 && _first is not null ? _first : Has(input) ? _scope.Find(Node.Input[input]) : Fact.Unknown;

    /// <summary>The shape of an input tensor; null for an unknown rank, or when it is left out.</summary>
    public TensorShape? Shape(int input) => Input(input).Shape;

    /// <summary>The element type of an input tensor; undefined when unknown, or when it is left out.</summary>
    public ElementType Element(int input) => Input(input).Element;

    /// <summary>The elements of an input tensor; null when they are not followed, or when it is left out.</summary>
    public PartialTensor? Value(int input) => Input(input).Value;

    /// <summary>The elements of an input as integers; null unless all are known.</summary>
    public long[]? Integers(int input) => Value(input)?.Integers();

    /// <summary>The only element of an input (a scalar, or a tensor of one element); unknown when it is not followed.</summary>
    public Scalar Single(int input) => Value(input) is { Count: 1 } value ? value[0] : Scalar.Unknown;

    /// <summary>The shape of an input that must have that rank; null when unknown.</summary>
    public TensorShape? Shape(int input, int rank)
    {
        TensorShape? shape = Shape(input);
        if (shape is not null && shape.Rank != rank)
            throw Fail($"needs {rank} dims in {Name(input)}, which is {shape}");
        return shape;
    }

    /// <summary>The shape of an input that must have at least that rank; null when unknown.</summary>
    public TensorShape? ShapeFrom(int input, int least)
    {
        TensorShape? shape = Shape(input);
        if (shape is not null && shape.Rank < least)
            throw Fail($"needs at least {least} dims in {Name(input)}, which is {shape}");
        return shape;
    }

    /// <summary>An axis counted from the front.</summary>
    /// <param name="axis">The axis, negative from the back.</param>
    /// <param name="rank">The rank it belongs to.</param>
    public int Axis(long axis, int rank)
    {
        if (axis < -rank || axis >= rank)
            throw Fail($"has the axis {axis}, but there are only {rank} dims");
        return (int)(axis < 0 ? axis + rank : axis);
    }

    /// <summary>The same node with another first input, and outputs of its own: for rules that lay tensors out anew and then ask another rule.</summary>
    public NodeContext With(Fact first) => new(this, first);

    /// <summary>An input in words, for messages: <c>its input 'x'</c>.</summary>
    public string Name(int input) => Has(input) ? $"its input {Printable.Quote(Node.Input[input])}" : $"its input {input}";

    /// <summary>The exception for inputs that can't be: the node would fail at run time.</summary>
    /// <param name="what">The end of a sentence that begins with the node: <c>needs …, but …</c>.</param>
    public ShapeException Fail(string what) => new(Node, what);

    /// <summary>Infers a subgraph of this node.</summary>
    /// <param name="graph">The subgraph.</param>
    /// <param name="inputs">The facts of its inputs, by position.</param>
    /// <param name="isCertain">Whether it surely runs.</param>
    /// <returns>The facts of its outputs.</returns>
    public Fact[] Run(GraphProto graph, IReadOnlyList<Fact> inputs, bool isCertain) => Run(graph, inputs, isCertain, out _);

    /// <summary>Infers a subgraph of this node, and tells whether a node in it can't run.</summary>
    public Fact[] Run(GraphProto graph, IReadOnlyList<Fact> inputs, bool isCertain, out bool fails) => _inference.RunSubgraph(graph, _scope, inputs, isCertain, out fails);
}
