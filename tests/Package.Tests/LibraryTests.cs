namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class LibraryTests(PackedConsumers consumers)
{
    [Fact]
    public void ALibrarysModelTravelsToTheProgramThatUsesIt()
    {
        consumers.Log.AssertClean(consumers.Workshop.PathOf("Host", "Host.csproj"));
        string output = consumers.Workshop.PathOf("Host", "bin", "Debug", "net10.0");
        Assert.True(File.Exists(Path.Combine(output, "models", "digits.onnx")), $"{output} has no models/digits.onnx.");
        Assert.Equal("three", Tool.DotNet(output, "Host.dll").Succeeded()["name"]);
    }
}
