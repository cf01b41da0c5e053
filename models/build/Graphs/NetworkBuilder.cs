using System.Buffers.Binary;
using Google.Protobuf;
using ModelGen.Onnx;
using ModelGen.Onnx.Wire;

namespace ModelGen.Models;

/// <summary>Puts a graph together, node by node in the order of execution.</summary>
internal sealed class NetworkBuilder(string graphName)
{
    private readonly GraphProto _graph = new() { Name = graphName };
    private readonly List<Initializer> _initializers = [];
    private readonly List<ParameterCount> _parameters = [];

    /// <summary>What the parameters of the next layers are counted as.</summary>
    public string Part { get; set; } = "";

    /// <summary>An input of floats. A number is a known dim, a text names an open one.</summary>
    public void Input(string name, params object[] dims) => _graph.Input.Add(Floats(name, dims));

    public void Output(string name, params object[] dims) => _graph.Output.Add(Floats(name, dims));

    /// <summary>Adds a node with one output.</summary>
    /// <returns>The output's name.</returns>
    public string Node(string op, string name, string[] inputs, string output, params AttributeProto[] attributes)
    {
        _graph.Node.Add(new NodeProto { OpType = op, Name = name, Input = { inputs }, Output = { output }, Attribute = { attributes } });
        return output;
    }

    /// <summary>Adds a tensor of weights.</summary>
    /// <returns>Its name.</returns>
    public string Weights(string name, long[] dims, Func<long, float> weights)
    {
        _initializers.Add(new Initializer(new TensorProto { Name = name, DataType = (int)ElementType.Float, Dims = { dims } }, weights));
        return name;
    }

    /// <summary>Adds a list of 64-bit integers, as axes and sizes are.</summary>
    /// <returns>Its name.</returns>
    public string Integers(string name, params long[] values)
    {
        byte[] bytes = new byte[values.Length * sizeof(long)];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), values[i]);
        return Constant(name, ElementType.Int64, values.Length, bytes);
    }

    /// <summary>Adds a small constant list.</summary>
    /// <returns>Its name.</returns>
    public string Constant(string name, ElementType type, int count, byte[] content)
    {
        TensorProto tensor = new() { Name = name, DataType = (int)type, Dims = { count }, RawData = ByteString.CopyFrom(content) };
        _initializers.Add(new Initializer(tensor, Weights: null));
        return name;
    }

    /// <summary>Counts parameters to the part that is being built.</summary>
    public void Count(long trainable, long statistics = 0)
    {
        ParameterCount last = _parameters.Count > 0 && _parameters[^1].Part == Part ? _parameters[^1] : new ParameterCount(Part, 0, 0);
        _parameters.Remove(last);
        _parameters.Add(last with { Trainable = last.Trainable + trainable, Statistics = last.Statistics + statistics });
    }

    /// <summary>Counts a batch normalisation.</summary>
    public void Count(BatchNorm norm) => Count(norm.HasGamma ? 2 * norm.Channels : norm.Channels, 2 * norm.Channels);

    /// <summary>The whole network.</summary>
    /// <param name="opset">The version of ONNX's own operators.</param>
    /// <param name="about">Goes into the file, so that nobody takes it for a trained model.</param>
    public Network Build(long opset, string about)
    {
        ModelProto model = new()
        {
            IrVersion = 8,
            ProducerName = "ModelGen models/build",
            DocString = about,
            Graph = _graph,
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = opset } },
        };
        return new Network(model, _initializers, _parameters);
    }

    private static ValueInfoProto Floats(string name, object[] dims)
    {
        TensorShapeProto shape = new();
        foreach (object dim in dims)
            shape.Dim.Add(dim is string open ? new TensorShapeProto.Types.Dimension { DimParam = open } : new TensorShapeProto.Types.Dimension { DimValue = (int)dim });
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)ElementType.Float, Shape = shape } } };
    }
}
