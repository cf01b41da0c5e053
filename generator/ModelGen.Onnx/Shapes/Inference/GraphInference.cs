using ModelGen.Onnx.Operators;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>
/// A forward abstract interpreter: visits the nodes in order and computes for each output what can be known without running it. No solver and no symbolic
/// algebra: the user fixes the dims first, so nearly all arithmetic is on numbers.
/// </summary>
internal sealed class GraphInference
{
    private static readonly Dictionary<string, AttributeProto> s_noArguments = [];

    private readonly FunctionCalls _functions;
    private readonly Declarations _declarations;
    private readonly CancellationToken _cancellation;

    /// <summary>For one model.</summary>
    public GraphInference(ModelProto model, FixedDims dims, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _declarations = new Declarations(dims);
        _functions = new FunctionCalls(model, this);
        Budget = new InferenceBudget(Body.All(model).Sum(body => (long)body.Nodes.Count));
        Opsets = OpsetsOf(model.OpsetImport);
    }

    /// <summary>What may be spent.</summary>
    public InferenceBudget Budget { get; }

    /// <summary>The model's operator sets.</summary>
    public IReadOnlyDictionary<string, long> Opsets { get; }

    /// <summary>What nodes and declarations have wrong.</summary>
    public InferenceFindings Findings { get; } = new();

    /// <summary>A scope for the main graph, with its initializers.</summary>
    public Scope MainScope(GraphProto graph)
    {
        Scope scope = Scope.Root(Opsets, s_noArguments, depth: 0, isCertain: true, graph.Input.Count + graph.Initializer.Count + graph.Node.Count);
        SetInitializers(graph, scope);
        return scope;
    }

    /// <summary>The operator sets of a model or function, by the domain's full spelling.</summary>
    public static Dictionary<string, long> OpsetsOf(IEnumerable<OperatorSetIdProto> imports)
    {
        Dictionary<string, long> opsets = [];
        foreach (OperatorSetIdProto import in imports)
            opsets[Domains.Normalize(import.Domain)] = import.Version;
        return opsets;
    }

    /// <summary>The version of a domain's operators in a scope. A domain that is not imported, which is a fault that runtimes forgive, counts as the newest.</summary>
    public long OpsetOf(Scope scope, string domain)
    {
        string name = Domains.Normalize(domain);
        return scope.Opsets.TryGetValue(name, out long version) || Opsets.TryGetValue(name, out version) ? version : OpTable.NewestOpset;
    }

    /// <summary>Infers the main graph's nodes, or a function's.</summary>
    /// <param name="nodes">The nodes, in order.</param>
    /// <param name="infos">Their value_info.</param>
    /// <param name="scope">Has the facts of its inputs and initializers; takes those of its nodes.</param>
    public void Run(IReadOnlyList<NodeProto> nodes, IReadOnlyCollection<ValueInfoProto> infos, Scope scope)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            Visit(nodes[i], scope, infos);
        }
    }

    /// <summary>Infers a subgraph.</summary>
    /// <param name="graph">The subgraph.</param>
    /// <param name="outer">The scope of the node that holds it.</param>
    /// <param name="inputs">The facts of its inputs, by position.</param>
    /// <param name="isCertain">Whether it surely runs when the node does.</param>
    /// <param name="fails">Whether a node in it can't run.</param>
    public Fact[] RunSubgraph(GraphProto graph, Scope outer, IReadOnlyList<Fact> inputs, bool isCertain, out bool fails)
    {
        fails = false;
        if (outer.Depth >= InferenceBudget.Depth || !Budget.TryEnter(graph))
            return [.. graph.Output.Select(_ => Fact.Unknown)];

        Scope scope = outer.Inner(isCertain);
        for (int i = 0; i < graph.Input.Count; i++)
        {
            Fact given = i < inputs.Count ? inputs[i] : Fact.Unknown;
            scope.Set(graph.Input[i].Name, given.Type is UnknownType ? new Fact(_declarations.Find(graph.Input, graph.Input[i].Name)) : given);
        }
        SetInitializers(graph, scope);
        Run(graph.Node, graph.ValueInfo, scope);
        fails = scope.HasFault;
        outer.HasFault |= fails && isCertain;
        return [.. graph.Output.Select(output => scope.Find(output.Name))];
    }

    private void Visit(NodeProto node, Scope scope, IReadOnlyCollection<ValueInfoProto> infos)
    {
        var context = new NodeContext(this, scope, node);
        if (!Budget.TryVisit())
            context.Lose("comes after more steps than are followed: loops and functions repeat too often");
        else if (!Budget.MayFail)
            context.Lose("comes after too many nodes that can't run");
        else
            Apply(context, scope);

        for (int i = 0; i < node.Output.Count; i++)
            if (node.Output[i] is { Length: > 0 } name)
                scope.Set(name, Completed(context, i, _declarations.Find(infos, name), scope));
    }

    private void SetInitializers(GraphProto graph, Scope scope)
    {
        foreach (TensorProto tensor in graph.Initializer)
            scope.Set(tensor.Name, Fact.Stored(tensor, Budget).From(tensor));
        foreach (SparseTensorProto sparse in graph.SparseInitializer)
            if (sparse.Values is { } values)
                // To nodes a sparse initializer is a dense tensor (docs/IR.md).
                scope.Set(values.Name, Fact.Tensor((ElementType)values.DataType, new TensorShape(new(sparse.Dims.Select(dim => dim >= 0 ? Dim.Known(dim) : Dim.Unknown)))));
    }

    private void Apply(NodeContext context, Scope scope)
    {
        NodeProto node = context.Node;
        try
        {
            if (_functions.Find(node) is { } function)
                _functions.Call(function, context, scope);
            else if (OpTable.Find(node.Domain, node.OpType) is { } op)
                op.Rule(context);
            else
                context.Lose("is of an operator that is not known here, and the file does not declare what it gives");
        }
        catch (Exception exception) when (exception is ShapeException or OverflowException)
        {
            Budget.TryFail();
            context.Clear();
            string why = exception is ShapeException ? exception.Message : "has sizes beyond 63 bits";
            context.Lose(why);
            scope.HasFault = true;
            if (scope.IsCertain)
                Findings.AddFault(node, why);
        }
    }

    // What the rule said, the file's declaration where it said nothing, and for what is still open the reason.
    private Fact Completed(NodeContext context, int output, ValueType declared, Scope scope)
    {
        Fact fact = context.Output(output) ?? Fact.Unknown;
        ValueType type = fact.Type;
        if (declared is not UnknownType)
        {
            if (!Refine.Contradict(type, declared))
                type = Refine.Fill(type, declared);
            else if (scope.IsCertain)
                Findings.AddStale(context.Node, context.Node.Output[output], type, declared);
        }
        ShapeLoss? loss = type.IsComplete() ? null : fact.Loss ?? LossTracing.Trace(context);
        object? source = fact.Source ?? (type is TensorType && fact.LacksElements ? context.Source ?? LossTracing.Source(context) : null);
        return type == (object)fact.Type && loss == (object?)fact.Loss && source == fact.Source ? fact : fact.With(type, loss, source);
    }
}
