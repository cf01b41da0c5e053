using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

/// <summary>Models that several tests use.</summary>
internal static class Samples
{
    /// <summary>A valid model with every kind of message that ONNX has, all small.</summary>
    public static ModelBuilder Everything()
    {
        var then = GraphBuilder.Subgraph("then_branch", graph => graph.Initializer("k", 1).Node("Mul", "h,k", "t").Output("t"));
        var otherwise = GraphBuilder.Subgraph("else_branch", graph => graph.Node("Neg", "h", "e").Output("e"));
        var value = new AttributeProto
        {
            Name = "value",
            Type = AttributeProto.Types.AttributeType.Tensor,
            T = new TensorProto { DataType = (int)ElementType.Int64, Dims = { 2 }, Int64Data = { 1, -1 } },
        };
        var sparse = new SparseTensorProto
        {
            Values = new TensorProto { Name = "sp", DataType = 1, Dims = { 2 }, FloatData = { 1, 2 } },
            Indices = new TensorProto { DataType = 7, Dims = { 2 }, Int64Data = { 0, 3 } },
            Dims = { 4 },
        };
        ModelBuilder model = new ModelBuilder()
            .Opset("local", 1)
            .Input("x", "batch", 4)
            .Input("flag", GraphBuilder.Tensor(ElementType.Bool))
            .Initializer("w", 4)
            .With(graph => graph.Proto.SparseInitializer.Add(sparse))
            .Node("Add", "x,w", "h0")
            .Node("local.Twice", "h0", "h")
            .Node("Constant", "", "target", value)
            .Node("If", "flag", "branch", then, otherwise)
            .Node("Clip", "branch,,", "clipped", new AttributeProto { Name = "f", Type = AttributeProto.Types.AttributeType.Float, F = 1.5f })
            .Node("Softmax", "clipped", "soft", new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = -1 })
            .Node("Reshape", "soft,target", "y")
            .Output("y", null, "rest")
            .Function("local", "Twice", "a", "b", GraphBuilder.MakeNode("Add", "a,a", "b"));
        model.Proto.ProducerVersion = "1.0";
        model.Proto.DocString = "All of it.";
        model.Proto.MetadataProps.Add(new StringStringEntryProto { Key = "author", Value = "tests" });
        model.Graph.Proto.ValueInfo.Add(new ValueInfoProto
        {
            Name = "o",
            Type = new TypeProto { OptionalType = new TypeProto.Types.Optional { ElemType = new TypeProto { SequenceType = new TypeProto.Types.Sequence { ElemType = GraphBuilder.Tensor(ElementType.Float, 1) } } } },
        });
        model.Graph.Proto.ValueInfo.Add(new ValueInfoProto
        {
            Name = "m",
            Type = new TypeProto { MapType = new TypeProto.Types.Map { KeyType = (int)ElementType.String, ValueType = GraphBuilder.Tensor(ElementType.Float) } },
        });
        model.Graph.Proto.Node[0].Attribute.Add(new AttributeProto { Name = "s", Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8("text") });
        return model;
    }
}
