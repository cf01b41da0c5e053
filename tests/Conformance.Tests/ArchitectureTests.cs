namespace ModelGen.Conformance;

/// <summary>Models as torch, timm and transformers export them, with open dims, run by ONNX Runtime at the fixed ones.</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string> Zoo => Families.CaseNames(Families.Zoo);

    public static TheoryData<string> Keras => Families.CaseNames(Families.Keras);

    public static TheoryData<string> MlContrib => Families.CaseNames(Families.MlContrib);

    public static TheoryData<string> Light => Families.CaseNames(Families.Light);

    public static TheoryData<string> Trained => Families.CaseNames(Families.Trained);

    [Theory]
    [MemberData(nameof(Zoo))]
    public void OutputsOfTorchExportsHaveTheShapesThatTheRuntimeGives(string model) => AssertRight(Families.Zoo, model);

    [Theory]
    [MemberData(nameof(Zoo))]
    public void TheyDoAlsoWithoutDeclaredOutputs(string model) => AssertRight(Families.Zoo, model, strip: true);

    [Theory]
    [MemberData(nameof(Keras))]
    public void OutputsOfKerasExportsHaveTheShapesThatTheRuntimeGives(string model) => AssertRight(Families.Keras, model);

    [Theory]
    [MemberData(nameof(Keras))]
    public void KerasExportsDoAlsoWithoutDeclaredOutputs(string model) => AssertRight(Families.Keras, model, strip: true);

    [Theory]
    [MemberData(nameof(MlContrib))]
    public void OutputsOfTreesAndRuntimeOperatorsAndOddGraphsHaveTheShapesThatTheRuntimeGives(string model) => AssertRight(Families.MlContrib, model);

    [Theory]
    [MemberData(nameof(Light))]
    public void OutputsOfClassicNetworksHaveTheirShapesThoughNothingDeclaresThem(string model) => AssertRight(Families.Light, model);

    [Theory]
    [MemberData(nameof(Trained))]
    public void OutputsOfTrainedModelsHaveTheShapesThatTheRuntimeGives(string run) => AssertRight(Families.Trained, run);

    private static void AssertRight(string family, string name, bool strip = false)
    {
        IReadOnlyList<Verdict> failures = Judge.Failures(Families.Of(family)[name], strip);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }
}
