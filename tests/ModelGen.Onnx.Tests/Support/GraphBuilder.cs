using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

/// <summary>Builds a graph or subgraph in tests.</summary>
internal sealed class GraphBuilder
{
    public GraphProto Proto { get; } = new();

    public static TypeProto Tensor(ElementType element, params object?[] dims)
    {
        var shape = new TensorShapeProto();
        foreach (object? dim in dims)
        {
            shape.Dim.Add(dim switch
            {
                null => new TensorShapeProto.Types.Dimension(),
                string name => new TensorShapeProto.Types.Dimension { DimParam = name },
                _ => new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(dim, System.Globalization.CultureInfo.InvariantCulture) },
            });
        }
        return new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)element, Shape = shape } };
    }

    public static TypeProto Unranked(ElementType element) =>
        new() { TensorType = new TypeProto.Types.Tensor { ElemType = (int)element } };

    public static NodeProto MakeNode(string op, string inputs, string outputs, params AttributeProto[] attributes)
    {
        int dot = op.LastIndexOf('.');
        return new NodeProto
        {
            OpType = op[(dot + 1)..],
            Domain = dot < 0 ? "" : op[..dot],
            Name = op + "_" + outputs,
            Input = { Names(inputs) },
            Output = { Names(outputs) },
            Attribute = { attributes },
        };
    }

    /// <summary>A subgraph as an attribute.</summary>
    public static AttributeProto Subgraph(string name, Action<GraphBuilder> build)
    {
        var graph = new GraphBuilder();
        build(graph);
        return new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = graph.Proto };
    }

    public static IEnumerable<string> Names(string list) => list.Length == 0 ? [] : list.Split(',').Select(name => name.Trim());

    public GraphBuilder Input(string name, TypeProto? type)
    {
        Proto.Input.Add(Value(name, type));
        return this;
    }

    public GraphBuilder Output(string name, TypeProto? type = null)
    {
        Proto.Output.Add(Value(name, type));
        return this;
    }

    public GraphBuilder Node(string op, string inputs, string outputs, params AttributeProto[] attributes)
    {
        Proto.Node.Add(MakeNode(op, inputs, outputs, attributes));
        return this;
    }

    public GraphBuilder Initializer(string name, params long[] dims)
    {
        long count = dims.Aggregate(1L, (product, dim) => product * dim);
        Proto.Initializer.Add(new TensorProto
        {
            Name = name,
            DataType = (int)ElementType.Float,
            Dims = { dims },
            RawData = ByteString.CopyFrom(new byte[count * sizeof(float)]),
        });
        return this;
    }

    private static ValueInfoProto Value(string name, TypeProto? type)
    {
        var value = new ValueInfoProto { Name = name };
        if (type is not null)
            value.Type = type;
        return value;
    }
}
