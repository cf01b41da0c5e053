using ModelGen.Onnx.Wire;

namespace ModelGen.Benchmarks;

/// <summary>A transformer of any depth as torch's exporter writes it: normalisation in single steps, and each reshape's target computed from shapes.</summary>
internal sealed class TransformerModel
{
    private const int Width = 64;
    private const int Heads = 4;

    private readonly GraphProto _graph = new() { Name = "transformer" };
    private int _names;

    private TransformerModel()
    {
    }

    /// <summary>A model with at least so many nodes; the input is <c>tokens</c> of batch×seq.</summary>
    public static ModelProto Create(int nodes)
    {
        var model = new TransformerModel();
        model._graph.Input.Add(Value("tokens", ElementType.Int64, "batch", "seq"));
        model.Weight("embedding", 1000, Width);
        string state = model.Node("Gather", "embedding", "tokens");
        while (model._graph.Node.Count < nodes)
            state = model.Layer(state);
        model._graph.Node.Add(new NodeProto { OpType = "Identity", Name = "last", Input = { state }, Output = { "hidden" } });
        model._graph.Output.Add(Value("hidden", ElementType.Float, "hidden_dim_0", "hidden_dim_1", Width));
        return new ModelProto { IrVersion = 8, ProducerName = "benchmarks", Graph = model._graph, OpsetImport = { new OperatorSetIdProto { Version = 17 } } };
    }

    private string Layer(string state)
    {
        string attended = Attention(Norm(state));
        string first = Node("Add", state, attended);
        string up = Node("MatMul", Norm(first), Weight(Width, 4 * Width));
        string active = Node("Mul", up, Node("Sigmoid", up));
        return Node("Add", first, Node("MatMul", active, Weight(4 * Width, Width)));
    }

    private string Attention(string state)
    {
        string query = Split(Node("MatMul", state, Weight(Width, Width)), 0, 2, 1, 3);
        string key = Split(Node("MatMul", state, Weight(Width, Width)), 0, 2, 3, 1);
        string value = Split(Node("MatMul", state, Weight(Width, Width)), 0, 2, 1, 3);
        string scores = Node("Softmax", Node("Div", Node("MatMul", query, key), Constant([], 4f)));
        string context = Transpose(Node("MatMul", scores, value), 0, 2, 1, 3);
        string target = Node("Concat", Dim(context, 0), Dim(context, 1), Constant(Width));
        _graph.Node[^1].Attribute.Add(Attribute("axis", 0));
        return Node("MatMul", Node("Reshape", context, target), Weight(Width, Width));
    }

    private string Split(string state, params long[] permutation)
    {
        string target = Node("Concat", Dim(state, 0), Dim(state, 1), Constant(Heads), Constant(Width / Heads));
        _graph.Node[^1].Attribute.Add(Attribute("axis", 0));
        return Transpose(Node("Reshape", state, target), permutation);
    }

    private string Norm(string state)
    {
        string mean = Reduce(state);
        string centred = Node("Sub", state, mean);
        string variance = Reduce(Node("Pow", centred, Constant([], 2f)));
        return Node("Mul", Node("Div", centred, Node("Sqrt", Node("Add", variance, Constant([], 1e-5f)))), Weight(Width));
    }

    private string Dim(string state, int axis)
    {
        string size = Node("Gather", Node("Shape", state), Constant64([], axis));
        return Node("Unsqueeze", size, Constant(0));
    }

    private string Reduce(string state)
    {
        string mean = Node("ReduceMean", state);
        _graph.Node[^1].Attribute.Add(new AttributeProto { Name = "axes", Type = AttributeProto.Types.AttributeType.Ints, Ints = { -1 } });
        return mean;
    }

    private string Transpose(string state, params long[] permutation)
    {
        string turned = Node("Transpose", state);
        _graph.Node[^1].Attribute.Add(new AttributeProto { Name = "perm", Type = AttributeProto.Types.AttributeType.Ints, Ints = { permutation } });
        return turned;
    }

    private string Constant(params long[] items) => Constant64([items.Length], items);

    private string Constant64(long[] dims, params long[] items) => Constant(new TensorProto { DataType = (int)ElementType.Int64, Dims = { dims }, Int64Data = { items } });

    private string Constant(long[] dims, float item) => Constant(new TensorProto { DataType = (int)ElementType.Float, Dims = { dims }, FloatData = { item } });

    private string Constant(TensorProto value)
    {
        string name = Node("Constant");
        _graph.Node[^1].Attribute.Add(new AttributeProto { Name = "value", Type = AttributeProto.Types.AttributeType.Tensor, T = value });
        return name;
    }

    private string Weight(params long[] dims) => Weight("w" + _graph.Initializer.Count, dims);

    // Without elements, as in a file whose weights lie elsewhere: only the graph counts here.
    private string Weight(string name, params long[] dims)
    {
        _graph.Initializer.Add(new TensorProto { Name = name, DataType = (int)ElementType.Float, Dims = { dims } });
        return name;
    }

    private string Node(string op, params string[] inputs)
    {
        string name = "t" + _names++;
        _graph.Node.Add(new NodeProto { OpType = op, Name = "/" + op + "_" + name, Input = { inputs }, Output = { name } });
        return name;
    }

    private static AttributeProto Attribute(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    private static ValueInfoProto Value(string name, ElementType element, params object[] dims) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)element,
                Shape = new TensorShapeProto { Dim = { dims.Select(dim => dim is string text ? new TensorShapeProto.Types.Dimension { DimParam = text } : new TensorShapeProto.Types.Dimension { DimValue = (int)dim }) } },
            },
        },
    };

    private enum ElementType
    {
        Float = 1,
        Int64 = 7,
    }
}
