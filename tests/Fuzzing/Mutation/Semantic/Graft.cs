using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Adds nodes to a graph, between what is there and its outputs.</summary>
internal static class Graft
{
    /// <summary>A name that nothing else has.</summary>
    public static string Fresh(this ModelProto model) => "grafted" + model.Graph.Node.Count + "_" + model.Graph.Initializer.Count;

    /// <summary>Adds a constant of int64; gives its name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scalar">Whether it is a scalar rather than a list.</param>
    /// <param name="values">Its values.</param>
    public static string Ints(this ModelProto model, bool scalar, params long[] values)
    {
        var tensor = new TensorProto { Name = model.Fresh() + "c", DataType = 7, Int64Data = { values } };
        if (!scalar)
            tensor.Dims.Add(values.Length);
        model.Graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>Adds a constant of float32; gives its name.</summary>
    public static string Floats(this ModelProto model, params float[] values)
    {
        var tensor = new TensorProto { Name = model.Fresh() + "f", DataType = 1, FloatData = { values }, Dims = { values.Length } };
        model.Graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>Adds a node; gives its output's name.</summary>
    public static string Add(this ModelProto model, string op, string[] inputs, params AttributeProto[] attributes)
    {
        string output = model.Fresh();
        model.Graph.Node.Add(new NodeProto { OpType = op, Input = { inputs }, Output = { output }, Attribute = { attributes } });
        return output;
    }

    /// <summary>Makes a value an output of the graph, with no declared type.</summary>
    public static void Expose(this ModelProto model, string value) => model.Graph.Output.Add(new ValueInfoProto { Name = value });

    /// <summary>Some value that the graph has.</summary>
    public static string AnyValue(this ModelProto model, Random random) => random.Pick(
        ["none", .. model.Graph.Input.Select(input => input.Name), .. model.Graph.Initializer.Select(tensor => tensor.Name), .. model.Graph.Node.SelectMany(node => node.Output)]);

    /// <summary>An attribute of one integer.</summary>
    public static AttributeProto Int(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    /// <summary>An attribute of text.</summary>
    public static AttributeProto Text(string name, string value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    /// <summary>An attribute that is a graph.</summary>
    public static AttributeProto Body(string name, GraphProto graph) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = graph };
}
