using ModelGen.Onnx;

namespace ModelGen.Conformance;

/// <summary>The judge is strict, and lenient only where it says so.</summary>
public sealed class ComparisonTests
{
    [Theory]
    [InlineData("1x?", "dim 1 is unknown", null)]
    [InlineData("1x3", "dim 1 is wrong", "dim 1 is wrong")]
    [InlineData("1x2x3", "the rank is wrong", "the rank is wrong")]
    [InlineData(null, "the rank is unknown", null)]
    [InlineData("1x2", null, null)]
    public void UnknownDimsMayStayOnlyWhereTheyDependOnData(string? inferred, string? exact, string? open)
    {
        var truth = new TensorType(ElementType.Float, Shape("1x2"));
        var answer = new TensorType(ElementType.Float, inferred is null ? null : Shape(inferred));
        Assert.Equal(exact, Comparison.Fault(truth, answer, mayBeOpen: false));
        Assert.Equal(open, Comparison.Fault(truth, answer, mayBeOpen: true));
    }

    [Fact]
    public void DimsThatTheTruthLeavesOpenAskForNothing() =>
        Assert.Null(Comparison.Fault(new TensorType(ElementType.Float, Shape("1x?")), new TensorType(ElementType.Float, Shape("1x7")), mayBeOpen: false));

    [Theory]
    [InlineData("tensor(int64)", "the element type is wrong")]
    [InlineData("tensor(undefined)", "the element type is unknown")]
    [InlineData("seq(tensor(float))", "it is of another kind")]
    [InlineData("tensor(float)", null)]
    public void KindAndElementTypeHaveToBeRightAlsoWhereDimsAreOpen(string inferred, string? fault) =>
        Assert.Equal(fault, Comparison.Fault(Truths.Type("tensor(float)", null), Truths.Type(inferred, null), mayBeOpen: true));

    [Fact]
    public void AnUnknownTypeIsNeverRight() => Assert.Equal("the type is unknown", Comparison.Fault(Truths.Type("tensor(float)", null), new UnknownType(), mayBeOpen: true));

    [Fact]
    public void KindsWithinKindsAreCompared()
    {
        Assert.Equal("the element type is wrong", Comparison.Fault(Truths.Type("seq(map(int64,tensor(float)))", null), Truths.Type("seq(map(string,tensor(float)))", null), mayBeOpen: false));
        Assert.Equal("the element type is wrong", Comparison.Fault(Truths.Type("optional(seq(tensor(float)))", null), Truths.Type("optional(seq(tensor(double)))", null), mayBeOpen: false));
    }

    [Fact]
    public void ASequencesTypeMayNotContradictAnyElement()
    {
        TensorShape[] elements = [Shape("3x3"), Shape("3x2")];
        Assert.Null(Comparison.Fault(elements, new SequenceType(new TensorType(ElementType.Float, Shape("3x?")))));
        Assert.Equal("dim 1 is wrong", Comparison.Fault(elements, new SequenceType(new TensorType(ElementType.Float, Shape("3x3")))));
    }

    private static TensorShape Shape(string dims) => ShapeFixes.Parse("x=" + dims).Items[0].Shape;
}
