namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class NativePackageTests(PackedConsumers consumers)
{
    [Fact]
    public void WithoutANativePackageTheProgramSaysWhichOneToAdd()
    {
        string folder = consumers.Workshop.PathOf("NoNative");
        consumers.Log.AssertClean(Path.Combine(folder, "NoNative.csproj"));
        ToolResult run = Tool.DotNet(Path.Combine(folder, "bin", "Debug", "net10.0"), "NoNative.dll").Failed();
        Assert.Contains("ModelGen.ModelGenException", run.Output, StringComparison.Ordinal);
        Assert.Contains("Add <PackageReference Include=\"Microsoft.ML.OnnxRuntime\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoNativePackagesForOnePlaceAreAnErrorThatNamesBoth()
    {
        string project = consumers.Workshop.PathOf("TwoNatives", "TwoNatives.csproj");
        BuildMessage error = consumers.Log.Error(project, "MG3012");
        Assert.Equal(project, error.File);
        Assert.Contains($"these do: {NativePackages.Rival}, Microsoft.ML.OnnxRuntime.", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ANativePackageInTwoPartsForTwoSystemsIsFine() =>
        consumers.Log.AssertClean(consumers.Workshop.PathOf("SplitNative", "SplitNative.csproj"));
}
