using ModelGen.Onnx.Wire;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class SequencesTests
{
    private static readonly Operand s_pair = Items(Float(2, 3), Float("n", 3));
    private static readonly Operand s_unknown = Of(new Fact(new SequenceType(new TensorType(ElementType.Float, Float(2, 3).Fact!.Shape))));

    [Fact]
    public void ASequenceHasTheTypeThatItsItemsShare()
    {
        Inferred result = All("SequenceConstruct", 11, [Float(2, 3), Float("n", 3)], 1);

        Assert.Equal("a sequence of float32 ?×3", result.Texts[0]);
        Assert.Equal(2, result.Facts[0].Items!.Count);
        Assert.Contains("has no inputs", All("SequenceConstruct", 11, [], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptySequenceHasNoItems()
    {
        Inferred result = All("SequenceEmpty", 11, [], 1, Attribute("dtype", (long)ElementType.Int64));

        Assert.Equal("a sequence of int64 of unknown rank", result.Texts[0]);
        Assert.Empty(result.Facts[0].Items!);
        Assert.Equal("a sequence of float32 of unknown rank", Op("SequenceEmpty", 11, []));
        Assert.Contains("type 0", All("SequenceEmpty", 11, [], 1, Attribute("dtype", 0)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void LengthsAreFollowed()
    {
        Assert.Equal("2", All("SequenceLength", 11, [s_pair], 1).Elements);
        Assert.Equal("int64 scalar", Op("SequenceLength", 11, [s_unknown]));
        Assert.Null(All("SequenceLength", 11, [s_unknown], 1).Elements);
    }

    [Theory]
    [InlineData(0, "float32 2×3")]
    [InlineData(-1, "float32 n×3")]
    public void APositionPicksAnItem(long position, string expected) => Assert.Equal(expected, Op("SequenceAt", 11, [s_pair, Int(position)]));

    [Fact]
    public void AnItemKeepsItsElements() => Assert.Equal("1 n", All("SequenceAt", 11, [Items(Ints(1, "n")), Int(0)], 1).Elements);

    [Fact]
    public void AnUnknownPositionGivesWhatAllItemsShare()
    {
        Assert.Equal("float32 ?×3", Op("SequenceAt", 11, [s_pair, Tensor(ElementType.Int64)]));
        Assert.Equal("float32 2×3", Op("SequenceAt", 11, [s_unknown, Int(7)]));
        Assert.Contains("has the position 2 in a sequence of 2 items", All("SequenceAt", 11, [s_pair, Int(2)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void InsertingGoesToTheEndUnlessAPositionIsGiven()
    {
        Assert.Equal(["2×3", "n×3", "4"], Shapes("SequenceInsert", [s_pair, Float(4)]));
        Assert.Equal(["4", "2×3", "n×3"], Shapes("SequenceInsert", [s_pair, Float(4), Int(0)]));
        Assert.Equal(["2×3", "4", "n×3"], Shapes("SequenceInsert", [s_pair, Float(4), Int(-1)]));
        Assert.Equal(["?×3", "?×3", "?×3"], Shapes("SequenceInsert", [s_pair, Float(9, 3), Tensor(ElementType.Int64)]));
        Assert.Contains("has the position 3", All("SequenceInsert", 11, [s_pair, Float(4), Int(3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void InsertingIntoAnUnknownSequenceJoinsTheTypes() =>
        Assert.Equal("a sequence of float32 2×?", Op("SequenceInsert", 11, [s_unknown, Float(2, 4)]));

    [Fact]
    public void ErasingTakesTheLastItemUnlessAPositionIsGiven()
    {
        Assert.Equal(["2×3"], Shapes("SequenceErase", [s_pair]));
        Assert.Equal(["n×3"], Shapes("SequenceErase", [s_pair, Int(0)]));
        Assert.Equal(["?×3"], Shapes("SequenceErase", [s_pair, Tensor(ElementType.Int64)]));
        Assert.Equal("a sequence of float32 2×3", Op("SequenceErase", 11, [s_unknown]));
        Assert.Contains("out of an empty sequence", All("SequenceErase", 11, [Items()], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutSizesATensorIsSplitIntoSlices()
    {
        Assert.Equal(["1×2", "1×2", "1×2"], Shapes("SplitToSequence", [Float(3, 2)]));
        Assert.Equal("a sequence of float32 2", Op("SplitToSequence", 11, [Float("n", 2)], Attribute("keepdims", 0)));
        Assert.Equal("a sequence of float32 n×1", Op("SplitToSequence", 24, [Float("n", null)], Attribute("axis", -1)));
    }

    [Fact]
    public void AScalarIsTheSizeOfAllPartsButTheLast()
    {
        Assert.Equal(["2×2", "1×2"], Shapes("SplitToSequence", [Float(3, 2), Int(2)]));
        Assert.Equal("a sequence of float32 ?×2", Op("SplitToSequence", 11, [Float("n", 2), Int(2)]));
        Assert.Contains("into parts of 0", All("SplitToSequence", 11, [Float(3), Int(0)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void AVectorHasTheSizesOfTheParts()
    {
        Assert.Equal(["1×2", "2×2"], Shapes("SplitToSequence", [Float("n", 2), Ints(1, 2)]));
        Assert.Contains("a dim of 3 into parts of 4", All("SplitToSequence", 11, [Float(3), Ints(2, 2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("parts of -1", All("SplitToSequence", 11, [Float(3), Ints(4, -1)], 1).Fault, StringComparison.Ordinal);
        Assert.Equal("a sequence of float32 ?×2", Op("SplitToSequence", 11, [Float(3, 2), Tensor(ElementType.Int64, 2)]));
    }

    [Fact]
    public void KeepdimsCountsForAScalarAsInTheRuntime()
    {
        AttributeProto drops = Attribute("keepdims", 0);

        Assert.Equal("a sequence of float32 2", Op("SplitToSequence", 11, [Float(3, 2), Int(1)], drops));
        Assert.Equal("a sequence of float32 3×2", Op("SplitToSequence", 11, [Float(3, 2), Ints(3)], drops));
        Assert.Equal("a sequence of float32 of unknown rank", Op("SplitToSequence", 11, [Float(3, 2), Unranked(ElementType.Int64)], drops));
        Assert.Contains("parts of 2 along a dim that keepdims=0 drops", All("SplitToSequence", 11, [Float(4, 2), Int(2)], 1, drops).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ItemsWithoutElementsAreNotCompared()
    {
        Assert.Equal("float32 2×7", Op("ConcatFromSequence", 11, [Items(Float(2, 3), Float(0, 4))], Attribute("axis", 1)));
        Assert.Equal("float32 2×2×3", Op("ConcatFromSequence", 11, [Items(Float(0, 3), Float(2, 3))], Attribute("axis", 0), Attribute("new_axis", 1)));
        Assert.Null(All("ConcatFromSequence", 11, [Items(Value(ElementType.Int64, [1, 2], 1, 2), Value(ElementType.Int64, [1, 0]))], 1, Attribute("axis", 0)).Elements);
    }

    [Fact]
    public void ElementsAreSplitAndJoinedAgain()
    {
        Operand input = Value(ElementType.Int64, [2, 3], 1, 2, 3, 4, "n", 6);
        Inferred parts = All("SplitToSequence", 11, [input, Ints(2, 1)], 1, Attribute("axis", 1));

        Assert.Equal(["1 2 4 n", "3 6"], parts.Facts[0].Items!.Select(item => string.Join(" ", item.Value!.Items)));
        Assert.Equal(input.Fact, All("ConcatFromSequence", 11, [Of(parts.Facts[0])], 1, Attribute("axis", 1)).Facts[0]);
    }

    [Fact]
    public void ItemsAreJoinedAlongAnAxisOrStacked()
    {
        Operand items = Items(Ints(1, 2), Ints(3, 4));

        Assert.Equal("1 2 3 4", All("ConcatFromSequence", 11, [items], 1, Attribute("axis", 0)).Elements);
        Assert.Equal("1 2 3 4", All("ConcatFromSequence", 11, [items], 1, Attribute("axis", 0), Attribute("new_axis", 1)).Elements);
        Assert.Equal("1 3 2 4", All("ConcatFromSequence", 11, [items], 1, Attribute("axis", -1), Attribute("new_axis", 1)).Elements);
        Assert.Equal("float32 2×3×2", Op("ConcatFromSequence", 11, [s_pair], Attribute("axis", 2), Attribute("new_axis", 1)));
        Assert.Equal("float32 ?×3", Op("ConcatFromSequence", 11, [s_pair], Attribute("axis", 0)));
    }

    [Fact]
    public void HowManyItemsThereAreMayOnlyBeKnownWhenItRuns()
    {
        Inferred result = All("ConcatFromSequence", 11, [s_unknown], 1, Attribute("axis", 0));

        Assert.Equal("float32 ?×3", result.Texts[0]);
        Assert.Contains("how many there are", result.Facts[0].Loss!.Why, StringComparison.Ordinal);
        Assert.Equal("float32 ?×2×3", Op("ConcatFromSequence", 11, [s_unknown], Attribute("axis", 0), Attribute("new_axis", 1)));
    }

    [Fact]
    public void ItemsThatDoNotFitTogetherAreFaults()
    {
        Assert.Contains("an empty sequence", All("ConcatFromSequence", 11, [Items()], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("different ranks", All("ConcatFromSequence", 11, [Items(Float(2), Float(2, 2))], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("dims differ", All("ConcatFromSequence", 11, [Items(Float(2, 2), Float(2, 3))], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);
        Assert.Contains("has no axis", All("ConcatFromSequence", 11, [s_pair], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ASequenceOfTooManyItemsKeepsTheirType()
    {
        Inferred result = All("SplitToSequence", 11, [Float(1025, 2)], 1);

        Assert.Equal("a sequence of float32 1×2", result.Texts[0]);
        Assert.Null(result.Facts[0].Items);
    }

    [Fact]
    public void AnOptionalOfSomethingHoldsIt()
    {
        Inferred optional = All("Optional", 15, [Ints(1, 2)], 1);

        Assert.Equal("an optional int64 2", optional.Texts[0]);
        Assert.Equal("1", All("OptionalHasElement", 15, [Of(optional.Facts[0])], 1).Elements);
        Assert.Equal("1 2", All("OptionalGetElement", 15, [Of(optional.Facts[0])], 1).Elements);
    }

    [Fact]
    public void AnEmptyOptionalHasNothingToGet()
    {
        Operand empty = Of(Fact.Optional(new TensorType(ElementType.Float, null), isPresent: false, null));

        Assert.Equal("0", All("OptionalHasElement", 15, [empty], 1).Elements);
        Assert.Contains("an optional that is empty", All("OptionalGetElement", 15, [empty], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("neither an input nor a type", All("Optional", 15, [], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void WhetherAnOptionalHoldsSomethingMayNotBeKnown()
    {
        Operand optional = Of(Fact.Optional(new TensorType(ElementType.Float, Float(2).Fact!.Shape), isPresent: null, null));

        Assert.Equal("?", All("OptionalHasElement", 15, [optional], 1).Elements);
        Assert.Equal("float32 2", Op("OptionalGetElement", 15, [optional]));
    }

    [Fact]
    public void FromVersion18TensorsAndSequencesAreThereAndHolesAreNot()
    {
        Assert.Equal("1", All("OptionalHasElement", 18, [Float(2)], 1).Elements);
        Assert.Equal("0", All("OptionalHasElement", 18, [], 1).Elements);
        Assert.Equal("?", All("OptionalHasElement", 28, [Of(Fact.Unknown)], 1).Elements);
        Assert.Equal("a sequence of float32 ?×3", Op("OptionalGetElement", 18, [s_pair]));
    }

    private static Operand Items(params Operand[] items) => Of(Fact.Sequence(
        items.Select(item => item.Fact!.Type).DefaultIfEmpty(new TensorType(ElementType.Float, null)).Aggregate(FactJoin.Join),
        [.. items.Select(item => item.Fact!)]));

    private static string[] Shapes(string op, Operand[] inputs) => [.. All(op, 11, inputs, 1).Facts[0].Items!.Select(item => item.Shape!.ToString())];
}
