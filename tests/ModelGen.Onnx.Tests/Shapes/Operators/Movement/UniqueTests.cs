using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class UniqueTests
{
    [Theory]
    [InlineData(1, new[] { "1 2 3 4", "1 0 3 4", "1 0 0 2 3 2", "2 1 2 1" })]
    [InlineData(0, new[] { "2 1 3 4", "0 1 3 4", "0 1 1 2 3 2", "1 2 2 1" })]
    public void KnownElementsAreToldApart(long sorted, string[] expected) =>
        Assert.Equal(expected, Elements(All("Unique", 11, [Ints(2, 1, 1, 3, 4, 3)], 4, Attribute("sorted", sorted))));

    [Fact]
    public void SlicesAreToldApartAlongAnAxis()
    {
        Inferred rows = All("Unique", 11, [Value(ElementType.Int64, [3, 2], 3, 1, 3, 1, 2, 0)], 4, Attribute("axis", 0));
        Assert.Equal("int64 2×2", rows.Texts[0]);
        Assert.Equal(["2 0 3 1", "2 0", "1 1 0", "1 2"], Elements(rows));

        Inferred columns = All("Unique", 11, [Value(ElementType.Int64, [2, 3], 3, 1, 3, 3, 0, 3)], 4, Attribute("axis", -1));
        Assert.Equal(["1 3 0 3", "1 0", "1 0 1", "1 2"], Elements(columns));
    }

    [Fact]
    public void UnknownElementsLeaveTheNumberOpen()
    {
        Inferred flat = All("Unique", 11, [Float(2, "n")], 4);
        Assert.Equal(["float32 ?", "int64 ?", "int64 ?", "int64 ?"], flat.Texts);
        Assert.Contains("as there are different ones", flat.Facts[0].Loss?.Why, StringComparison.Ordinal);
        Assert.Equal(["float32 2×?", "int64 ?", "int64 n", "int64 ?"], All("Unique", 11, [Float(2, "n")], 4, Attribute("axis", 1)).Texts);
        Assert.Equal(["int64 ?", "int64 ?", "int64 2", "int64 ?"], All("Unique", 11, [Ints(1, "n")], 4).Texts);
        Assert.Equal(["float32 ?", "int64 ?", "int64 2", "int64 ?"], All("Unique", 11, [Floats(float.NaN, 1f)], 4).Texts);
    }

    [Fact]
    public void OneElementIsDifferentFromAllOthers() => Assert.Equal(["float32 1", "int64 1", "int64 1", "int64 1"], All("Unique", 11, [Float(1, 1)], 4).Texts);

    [Fact]
    public void SlicesWithoutElementsAreAllEqual() => Assert.Equal(["float32 0×1", "int64 1", "int64 3", "int64 1"], All("Unique", 11, [Float(0, 3)], 4, Attribute("axis", 1)).Texts);

    [Fact]
    public void AnAxisThatIsNotThereIsAFault() => Assert.Contains("axis 0", All("Unique", 11, [Float()], 1, Attribute("axis", 0)).Fault, StringComparison.Ordinal);

    private static string[] Elements(Inferred result) => [.. result.Facts.Select(fact => string.Join(" ", fact.Value!.Items))];
}
