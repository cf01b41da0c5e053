using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

/// <summary>Builds small ONNX models in tests. Dims: a number is known, a string named, null unknown.</summary>
internal sealed class ModelBuilder
{
    public ModelBuilder(long ir = 10, long opset = 21)
    {
        Proto = new ModelProto { IrVersion = ir, ProducerName = "tests", Graph = Graph.Proto };
        Graph.Proto.Name = "g";
        Opset("", opset);
    }

    public ModelProto Proto { get; }

    public GraphBuilder Graph { get; } = new();

    /// <summary>The smallest whole model: <c>y = Relu(x)</c> with both float of these dims.</summary>
    public static ModelBuilder Relu(params object?[] dims) =>
        new ModelBuilder().Input("x", dims).Node("Relu", "x", "y").Output("y", dims);

    public ModelBuilder Opset(string domain, long version)
    {
        Proto.OpsetImport.Add(new OperatorSetIdProto { Domain = domain, Version = version });
        return this;
    }

    public ModelBuilder Input(string name, params object?[] dims) => With(graph => graph.Input(name, GraphBuilder.Tensor(ElementType.Float, dims)));

    public ModelBuilder Output(string name, params object?[] dims) => With(graph => graph.Output(name, GraphBuilder.Tensor(ElementType.Float, dims)));

    public ModelBuilder Input(string name, TypeProto? type) => With(graph => graph.Input(name, type));

    public ModelBuilder Output(string name, TypeProto? type) => With(graph => graph.Output(name, type));

    /// <summary>Adds a node; names are separated by commas, an empty one is a hole.</summary>
    public ModelBuilder Node(string op, string inputs, string outputs, params AttributeProto[] attributes) =>
        With(graph => graph.Node(op, inputs, outputs, attributes));

    /// <summary>A float initializer of zeros as raw_data.</summary>
    public ModelBuilder Initializer(string name, params long[] dims) => With(graph => graph.Initializer(name, dims));

    public ModelBuilder Initializer(TensorProto tensor) => With(graph => graph.Proto.Initializer.Add(tensor));

    /// <summary>A float initializer whose data lies in another file.</summary>
    public ModelBuilder External(string name, long[] dims, params (string Key, string Value)[] entries)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)ElementType.Float, Dims = { dims }, DataLocation = TensorProto.Types.DataLocation.External };
        tensor.ExternalData.AddRange(entries.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        return Initializer(tensor);
    }

    public ModelBuilder Function(string domain, string name, string inputs, string outputs, params NodeProto[] nodes)
    {
        Proto.Functions.Add(new FunctionProto
        {
            Domain = domain,
            Name = name,
            Input = { GraphBuilder.Names(inputs) },
            Output = { GraphBuilder.Names(outputs) },
            Node = { nodes },
        });
        return this;
    }

    public ModelBuilder With(Action<GraphBuilder> change)
    {
        change(Graph);
        return this;
    }

    public byte[] ToBytes() => Proto.ToByteArray();

    public ModelReading Read(string? fixes = null) => Reading.Of(ToBytes(), fixes);

    /// <summary>Writes <c>model.onnx</c> into a folder; gives its path.</summary>
    public string Save(string folder)
    {
        string path = Path.Combine(folder, "model.onnx");
        File.WriteAllBytes(path, ToBytes());
        return path;
    }
}
