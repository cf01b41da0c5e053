using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class FactsTests
{
    [Fact]
    public void AModelWithEverythingHasAllItsFacts()
    {
        ModelFacts facts = Samples.Everything().Read().Fine();

        Assert.Equal("tests 1.0", facts.Producer);
        Assert.Equal("g", facts.GraphName);
        Assert.Equal("All of it.", facts.Description);
        Assert.Equal(10, facts.IrVersion);
        Assert.Equal([new OpsetImport("ai.onnx", 21), new OpsetImport("local", 1)], facts.Opsets);
        Assert.Equal([new MetadataEntry("author", "tests")], facts.Metadata);
        Assert.Equal(["x", "flag"], facts.Inputs.Select(input => input.Name));
        Assert.Equal(new TensorType(ElementType.Bool, new TensorShape(default)), facts.Inputs[1].Type);
        // w 4, sparse 2, the If branch's k 1, the Constant 2; the sparse indices are no weights.
        Assert.Equal(9, facts.ParameterCount);
    }

    [Theory]
    [InlineData(3, new[] { "x" }, false)]
    [InlineData(4, new[] { "x", "w" }, true)]
    public void InitializersAmongTheInputsAreNoInputsInOldFilesAndDefaultsInNewOnes(long ir, string[] inputs, bool hasDefault)
    {
        ModelFacts facts = new ModelBuilder(ir).Input("x", 3).Input("w", 3).Initializer("w", 3).Node("Add", "x,w", "y").Output("y", 3).Read().Fine();

        Assert.Equal(inputs, facts.Inputs.Select(input => input.Name));
        Assert.Equal(hasDefault, facts.Inputs.Any(input => input.HasDefault));
        Assert.False(facts.Inputs[0].HasDefault);
    }

    [Theory]
    [InlineData("Softmax", "Softmax")]
    [InlineData("ai.onnx.Softmax", "Softmax")]
    [InlineData("com.microsoft.Gelu", "com.microsoft.Gelu")]
    public void TheOutputsOperatorIsSeenThroughRearrangements(string op, string expected)
    {
        ModelFacts facts = new ModelBuilder()
            .Input("x", 3)
            .Node(op, "x", "a").Node("Cast", "a", "b", Operators.Infer.Attribute("to", 1L)).Node("Unsqueeze", "b,axes", "c").Node("Squeeze", "c", "transposed").Node("Transpose", "transposed", "d")
            .Node("Flatten", "d", "e").Node("Reshape", "e,whole", "f").Node("Identity", "f", "y")
            .Initializer(new TensorProto { Name = "axes", DataType = (int)ElementType.Int64, Dims = { 1 }, Int64Data = { 0 } })
            .Initializer(new TensorProto { Name = "whole", DataType = (int)ElementType.Int64, Dims = { 1 }, Int64Data = { -1 } })
            .Output("y", 3).Read().Fine();

        Assert.Equal(expected, facts.Outputs[0].Operator);
    }

    [Fact]
    public void AnOutputThatIsAnInputOrAConstantHasNoOperator()
    {
        ModelFacts facts = new ModelBuilder().Input("x", 1).Initializer("w", 1)
            .Node("Identity", "x", "a").Node("Identity", "w", "b").Node("Constant", "", "c", new AttributeProto { Name = "value_float", F = 1 })
            .Output("a", 1).Output("b", 1).Output("c").Output("x", 1).Read().Fine();

        Assert.All(facts.Outputs, output => Assert.Null(output.Operator));
    }

    [Fact]
    public void AnIdentityThatReadsItselfStillHasFacts()
    {
        ModelReading reading = new ModelBuilder().Input("x", 1).Node("Identity", "y", "y").Output("y", 1).Read();

        reading.Only(Rules.NotSorted);
        Assert.Null(reading.Facts!.Outputs[0].Operator);
    }

    [Fact]
    public void FactsComeEvenWhenThereAreErrors()
    {
        ModelReading reading = new ModelBuilder().Input("x", "batch", 3).Node("Add", "x,ghost", "y").Output("y", "batch", 3).Read("batch=2");

        reading.Only(Rules.UndefinedName);
        Assert.Equal("2×3", reading.Shape("y"));
    }

    [Fact]
    public void ParametersThatOverflowCountAsTheMost()
    {
        ModelBuilder model = ModelBuilder.Relu(1);
        for (int i = 0; i < 3; i++)
            model.Initializer(new TensorProto { Name = "w" + i, DataType = 1, Dims = { long.MaxValue / 2 } });

        Assert.Equal(long.MaxValue, model.Read().Facts!.ParameterCount);
    }

    [Fact]
    public void TypesKeepTheirWholeStructure()
    {
        TypeProto map = new() { MapType = new TypeProto.Types.Map { KeyType = (int)ElementType.Int64, ValueType = GraphBuilder.Tensor(ElementType.Float) } };
        TypeProto sequence = new() { SequenceType = new TypeProto.Types.Sequence { ElemType = map } };
        TypeProto sparse = new() { SparseTensorType = new TypeProto.Types.SparseTensor { ElemType = 1, Shape = GraphBuilder.Tensor(ElementType.Float, "n", 2).TensorType.Shape } };
        TypeProto opaque = new() { OpaqueType = new TypeProto.Types.Opaque { Name = "vendor" } };

        ModelReading reading = ModelBuilder.Relu("n").Input("s", sequence).Input("p", sparse).Input("o", opaque).Input("t", (TypeProto?)null).Read("n=5");

        Assert.Equal(["MG1013", "MG1013", "MG1013", "MG1013"], reading.Ids());
        ValueType[] types = [.. reading.Facts!.Inputs.Select(input => input.Type)];
        Assert.Equal(new SequenceType(new MapType(ElementType.Int64, new TensorType(ElementType.Float, new TensorShape(default)))), types[1]);
        Assert.Equal(new SparseTensorType(ElementType.Float, new TensorShape(new([Dim.Known(5), Dim.Known(2)]))), types[2]);
        Assert.Equal(new UnknownType(), types[3]);
        Assert.Equal(new UnknownType(), types[4]);
        Assert.Contains("zipmap=False", reading.Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ElementType.String, true)]
    [InlineData(ElementType.BFloat16, true)]
    [InlineData(ElementType.Float8E5M2, false)]
    [InlineData(ElementType.Float8E8M0, false)]
    [InlineData(ElementType.Bool, true)]
    [InlineData(ElementType.Int4, false)]
    [InlineData(ElementType.UInt2, false)]
    [InlineData(ElementType.Float4E2M1, false)]
    [InlineData(ElementType.Float6E2M3, false)]
    [InlineData(ElementType.Complex128, false)]
    [InlineData(ElementType.Undefined, false)]
    [InlineData((ElementType)99, false)]
    public void OnlyElementTypesOfWholeBytesAndTextCrossTheBoundary(ElementType type, bool crosses)
    {
        ModelReading reading = ModelBuilder.Relu(1).Input("i", GraphBuilder.Tensor(type, 1)).Read();

        Assert.Equal(crosses ? [] : ["MG1014"], reading.Ids());
        Assert.Equal(type, Assert.IsType<TensorType>(reading.Facts!.Inputs[1].Type).Element);
    }
}
