using ModelGen.Generator;
using ModelGen.Preprocessing;

namespace Architecture.Tests;

/// <summary>The generator writes members of the runtime's enums by name without knowing the runtime: the names must be the same on both sides.</summary>
public class MirrorTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(ImageColor), typeof(ModelGen.ImageColor) },
        { typeof(ImageLayout), typeof(ModelGen.ImageLayout) },
        { typeof(ImageFilter), typeof(ModelGen.ResizeFilter) },
        { typeof(PassOrder), typeof(ModelGen.PassOrder) },
        { typeof(NumberRule), typeof(ModelGen.NumberRule) },
        { typeof(CropRounding), typeof(ModelGen.CropRounding) },
        { typeof(ResizeArithmetic), typeof(ModelGen.ResizeArithmetic) },
        { typeof(SizeRounding), typeof(ModelGen.SizeRounding) },
        { typeof(ImageAnchor), typeof(ModelGen.ImageAnchor) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void EveryNameThatTheGeneratorCanWriteIsOneOfTheRuntimes(Type generator, Type runtime) =>
        Assert.Empty(Enum.GetNames(generator).Except(Enum.GetNames(runtime)));

    [Fact]
    public void EveryPrecisionIsOneOfTheRuntimes() =>
        Assert.Empty(PrecisionChoice.All.Select(precision => precision.Member).Except(Enum.GetNames<ModelGen.Precision>()));

    [Fact]
    public void EveryRuleOfResizingIsAFactoryMethodOfTheRuntimes() => Assert.All(
        Enum.GetNames<ResizeKind>().Except([nameof(ResizeKind.None)]),
        name => Assert.NotEmpty(typeof(ModelGen.ImageResize).GetMember(name)));

    [Fact]
    public void BothSidesGiveEachLibraryTheSameFilters() => Assert.All(Enum.GetValues<ResizeArithmetic>(), arithmetic => Assert.Equal(
        ModelGen.ResizeFilters.Of(Enum.Parse<ModelGen.ResizeArithmetic>(arithmetic.ToString())).ToArray().Select(filter => filter.ToString()).Order(StringComparer.Ordinal),
        FilterChoice.Of(arithmetic).Select(filter => filter.ToString()).Order(StringComparer.Ordinal)));

    [Fact]
    public void EveryElementTypeThatCrossesTheBoundaryHasAMemberInTheRuntime() => Assert.All(
        Enum.GetValues<ModelGen.Onnx.ElementType>().Where(type => ModelGen.Onnx.ElementTypes.CrossesBoundary(type)),
        type => Assert.Equal((int)type, (int)Enum.Parse<ModelGen.ElementType>(TypeNames.RuntimeElement(type).Split('.')[^1])));
}
