using CsCheck;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public class ActivationMeterTests
{
    private const long Kilobyte = 1000;

    [Fact]
    public void ATensorLivesFromItsNodeToItsLastReader()
    {
        // x (1) → a (10) → b (10) → y (1): never both a and b and another one of 10.
        ModelBuilder chain = Model().Node("Relu", "x", "a").Node("Relu", "a", "b").Node("Relu", "b", "c").Node("Relu", "c", "y").Output("y", 250);

        Assert.Equal(21 * Kilobyte, Peak(chain, name => name is "x" or "y" ? 1 : 10));
    }

    [Fact]
    public void AValueThatIsReadLaterStaysAliveUntilThen()
    {
        ModelBuilder skip = Model().Node("Relu", "x", "a").Node("Relu", "a", "b").Node("Relu", "b", "c").Node("Add", "a,c", "y").Output("y", 250);

        Assert.Equal(31 * Kilobyte, Peak(skip, name => name is "x" or "y" ? 1 : 10));
    }

    [Fact]
    public void AnOutputThatNobodyReadsCountsOnlyWhileItsNodeRuns()
    {
        ModelBuilder model = Model().Node("Two", "x", "a,unused,").Node("Relu", "a", "b").Node("Relu", "b", "y").Output("y", 250);

        Assert.Equal(102 * Kilobyte, Peak(model, name => name == "unused" ? 100 : 1));
    }

    [Fact]
    public void OutputsOfTheModelStayToTheEnd()
    {
        ModelBuilder model = Model().Node("Relu", "x", "y").Output("y", 250).Node("Relu", "x", "a").Node("Relu", "a", "z").Output("z", 250);

        Assert.Equal(4 * Kilobyte, Peak(model, _ => 1));
    }

    [Fact]
    public void WhatASubgraphReadsFromOutsideIsAliveUntilThen()
    {
        var body = GraphBuilder.Subgraph("then_branch", graph => graph.Node("If", "p", "r", GraphBuilder.Subgraph("then_branch", inner => inner.Node("Relu", "a", "s").Output("s"))).Output("r"));
        ModelBuilder model = Model().Node("Relu", "x", "a").Node("Relu", "x", "b").Node("Relu", "b", "c").Node("If", "c", "y", body).Output("y", 250);

        Assert.Equal(103 * Kilobyte, Peak(model, name => name == "a" ? 100 : 1));
    }

    [Fact]
    public void WeightsAndConstantsAreNotActivations()
    {
        var value = new AttributeProto { Name = "value", Type = AttributeProto.Types.AttributeType.Tensor, T = new TensorProto { DataType = 1, Dims = { 1000 } } };
        ModelBuilder model = Model().Initializer("w", 1000).Node("Constant", "", "k", value).Node("Mul", "x,w", "a").Node("Mul", "a,k", "y").Output("y", 250);

        Assert.Equal(3 * Kilobyte, Peak(model, name => name is "w" or "k" ? throw new InvalidOperationException(name) : 1));
    }

    [Fact]
    public void OneUnknownSizeMakesTheWholeUnknown()
    {
        ModelBuilder model = Model().Node("Relu", "x", "a").Node("Relu", "a", "y").Output("y", 250);

        Assert.All(
            new ValueType?[] { null, new UnknownType(), new TensorType(ElementType.Float, null), new TensorType(ElementType.String, Shape(1)), new SequenceType(Floats(1)), new TensorType(ElementType.Float, new TensorShape(new([Dim.Named("n")]))), Floats(long.MaxValue) },
            unknown => Assert.Null(ActivationMeter.Peak(Parsed(model), name => name == "a" ? unknown : Floats(1), CancellationToken.None)));
    }

    [Fact]
    public void ThePeakIsThatOfCountingWhatIsAliveAtEachNode() => Gen.Int[1, 30].SelectMany(count => Gen.Select(Gen.Int[0, 100].Array[count + 1], Gen.Int[0, 100].Array[2 * count])).Sample((sizes, picks) =>
    {
        int count = sizes.Length - 1;
        ModelBuilder model = Model();
        var reads = new int[count][];
        for (int i = 0; i < count; i++)
        {
            reads[i] = [picks[2 * i] % (i + 1), picks[2 * i + 1] % (i + 1)];
            model.Node("Add", $"{Name(reads[i][0])},{Name(reads[i][1])}", Name(i + 1));
        }
        model.Output(Name(count), 250);

        long expected = Enumerable.Range(0, count).Max(node => Enumerable.Range(0, count + 1)
            .Where(value => value == 0 || value == node + 1 || (value <= node && Enumerable.Range(node, count - node).Any(later => reads[later].Contains(value))))
            .Sum(value => sizes[value] * Kilobyte));
        return Peak(model, name => sizes[name == "x" ? 0 : int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture)]) == expected;

        static string Name(int value) => value == 0 ? "x" : $"v{value}";
    });

    private static ModelBuilder Model() => new ModelBuilder().Input("x", 250);

    private static long? Peak(ModelBuilder model, Func<string, long> kilobytes) =>
        ActivationMeter.Peak(Parsed(model), name => Floats(250 * kilobytes(name)), CancellationToken.None);

    private static ParsedModel Parsed(ModelBuilder model) => new(model.Proto, null, 0);

    private static TensorType Floats(long count) => new(ElementType.Float, Shape(count));

    private static TensorShape Shape(long count) => new(new([Dim.Known(count)]));
}
