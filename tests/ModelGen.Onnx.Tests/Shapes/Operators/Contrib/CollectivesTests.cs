using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class CollectivesTests
{
    private const string Ms = "com.microsoft.";

    [Theory]
    [InlineData("AllReduce")]
    [InlineData("AllToAll")]
    public void SumsAndExchangesAreAsTheirInput(string op) => Assert.Equal("float32 n×4", Op(Ms + op, 1, [Float("n", 4)]));

    [Theory]
    [InlineData(0, "float32 ?×4×2")]
    [InlineData(-1, "float32 n×4×16")]
    public void GatheringMultipliesOneDimByTheDevices(long axis, string expected) =>
        Assert.Equal(expected, Op(Ms + "AllGather", 1, [Float("n", 4, 2)], Attribute("group_size", 8), Attribute("axis", axis)));

    [Fact]
    public void OneDeviceGathersWhatItHas() => Assert.Equal("float32 n×4", Op(Ms + "AllGather", 1, [Float("n", 4)]));

    [Fact]
    public void AnUnknownRankStaysUnknown() => Assert.Equal("float32 of unknown rank", Op(Ms + "AllGather", 1, [Unranked(ElementType.Float)], Attribute("group_size", 2)));

    [Fact]
    public void AnAxisThatIsNotThereAndAGroupOfNoneFail()
    {
        Assert.Contains("has the axis 2, but there are only 2 dims", All(Ms + "AllGather", 1, [Float(3, 4)], 1, Attribute("axis", 2)).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a group_size of at least 1, but has 0", All(Ms + "AllGather", 1, [Float(3, 4)], 1, Attribute("group_size", 0)).Fault, StringComparison.Ordinal);
    }
}
