using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void ASmallModelComesThroughAsItWas()
    {
        ModelProto model = Samples.Everything().Proto;

        Assert.Equal(model, Skeletonise(model.ToByteArray()));
    }

    [Theory]
    [InlineData(1024, false)]
    [InlineData(1025, true)]
    public void OnlyPayloadAboveFourKibibytesIsLeftOutAndItsSizeIsKept(int floats, bool dropped)
    {
        TensorProto tensor = Tensor(new ModelBuilder().Initializer("w", floats).ToBytes());

        Assert.Equal(dropped, tensor.Dropped is not null);
        Assert.Equal(!dropped, tensor.HasRawData);
        Assert.Equal([floats], tensor.Dims);
        Assert.Equal(new StoredSize(floats * 4, 0, 0), StoredSize.Of(tensor));
    }

    [Fact]
    public void UnpackedElementsAreCountedTogetherAndLeftOutTogether()
    {
        var tensor = new WireWriter().Field(1, 2000).Field(2, 1).Field(8, "w"u8);
        for (int i = 0; i < 2000; i++)
            tensor.Fixed32(4, 0x3F800000);

        TensorProto read = Tensor(Bombs.Model(new WireWriter().Field(5, tensor.ToArray()).ToArray()));

        Assert.Empty(read.FloatData);
        Assert.Equal(new StoredSize(null, 2000, 2000), StoredSize.Of(read));
    }

    [Fact]
    public void AFewUnpackedElementsAreKept()
    {
        byte[] tensor = new WireWriter().Field(1, 2).Field(2, 1).Fixed32(4, 0x3F800000).Fixed32(4, 0x40000000).ToArray();

        Assert.Equal([1f, 2f], Tensor(Bombs.Model(new WireWriter().Field(5, tensor).ToArray())).FloatData);
    }

    [Fact]
    public void ThousandsOfEmptyStringsCountAsPayload()
    {
        var tensor = new TensorProto { Name = "s", DataType = (int)ElementType.String, Dims = { 5000 } };
        tensor.StringData.AddRange(Enumerable.Repeat(ByteString.Empty, 5000));

        TensorProto read = Tensor(new ModelBuilder().Initializer(tensor).ToBytes());

        Assert.Empty(read.StringData);
        Assert.Equal(new StoredSize(null, 5000, 5000), StoredSize.Of(read));
    }

    [Fact]
    public void PackedVarintsAreBoundedByTheirBytes()
    {
        var tensor = new TensorProto { Name = "i", DataType = (int)ElementType.Int64, Dims = { 6000 } };
        tensor.Int64Data.AddRange(Enumerable.Repeat(1L, 6000));

        StoredSize size = StoredSize.Of(Tensor(new ModelBuilder().Initializer(tensor).ToBytes()));

        Assert.Equal(new StoredSize(null, 600, 6000), size);
    }

    [Fact]
    public void BigTablesOfAttributesAreLeftOutButLabelsStay()
    {
        var table = new AttributeProto { Name = "nodes_values", Type = AttributeProto.Types.AttributeType.Floats };
        table.Floats.AddRange(Enumerable.Repeat(0.5f, 100_000));
        var labels = new AttributeProto { Name = "classlabels_int64s", Type = AttributeProto.Types.AttributeType.Ints };
        labels.Ints.AddRange(Enumerable.Range(0, 1000).Select(i => (long)i));

        NodeProto node = Skeletonise(new ModelBuilder().Node("ai.onnx.ml.TreeEnsembleClassifier", "x", "y", table, labels).ToBytes()).Graph.Node[0];

        Assert.Empty(node.Attribute[0].Floats);
        Assert.Equal(100_000, node.Attribute[0].Dropped.MostElements);
        Assert.Equal("nodes_values", node.Attribute[0].Name);
        Assert.Equal(labels, node.Attribute[1]);
    }

    [Fact]
    public void AttributesKeepTheirPayloadAroundASubgraphWithItsOwn()
    {
        var inner = new NodeProto { OpType = "Inner", Attribute = { new AttributeProto { Name = "i", Ints = { 4, 5 } } } };
        byte[] attribute = new WireWriter()
            .Field(8, 1)
            .Field(6, new GraphProto { Node = { inner } }.ToByteArray())
            .Field(8, 2)
            .ToArray();
        byte[] node = new WireWriter().Field(5, attribute).ToArray();

        AttributeProto read = Skeletonise(Bombs.Model(new WireWriter().Field(1, node).ToArray())).Graph.Node[0].Attribute[0];

        Assert.Equal([1, 2], read.Ints);
        Assert.Equal([4, 5], read.G.Node[0].Attribute[0].Ints);
    }

    [Fact]
    public void TrainingInfoDocStringsOfNodesAndUnknownFieldsAreLeftOut()
    {
        byte[] graph = new WireWriter()
            .Field(1, new WireWriter().Field(4, "Relu"u8).Field(6, "a stack trace"u8).ToArray())
            .Field(777, "unknown"u8)
            .ToArray();
        byte[] model = new WireWriter().Raw(Bombs.Model(graph)).Field(20, new byte[100]).ToArray();

        ModelProto read = Skeletonise(model);

        Assert.Equal(new NodeProto { OpType = "Relu" }, Assert.Single(read.Graph.Node));
        Assert.Equal(ModelProto.Parser.ParseFrom(Bombs.Model(new WireWriter().Field(1, new WireWriter().Field(4, "Relu"u8).ToArray()).ToArray())), read);
    }

    [Fact]
    public void AFileCannotForgeTheNoteOfLeftOutPayload()
    {
        byte[] forged = new WireWriter().Field(1, 10).Field(2, 1).Field(8, "w"u8)
            .Field(TensorProto.DroppedFieldNumber, new DroppedPayload { RawBytes = 40 }.ToByteArray()).ToArray();

        TensorProto read = Tensor(Bombs.Model(new WireWriter().Field(5, forged).ToArray()));

        Assert.Null(read.Dropped);
    }

    private static TensorProto Tensor(byte[] model) => Assert.Single(Skeletonise(model).Graph.Initializer);

    private static ModelProto Skeletonise(byte[] bytes)
    {
        SkeletonBuffer skeleton = Skeleton.Read(new MemoryStream(bytes), bytes.Length, CancellationToken.None);
        return ModelProto.Parser.ParseFrom(skeleton.Bytes, 0, skeleton.Count);
    }
}
