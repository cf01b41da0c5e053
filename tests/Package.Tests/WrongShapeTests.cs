namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class WrongShapeTests(PackedConsumers consumers)
{
    [Fact]
    public void ATensorOfAnotherShapeDoesNotCompileAndTheMessageSaysWhatWasExpected()
    {
        string project = consumers.Workshop.PathOf("WrongShape", "WrongShape.csproj");
        int line = Array.FindIndex(WrongShape.Code.Split('\n'), text => text.Contains("Predict", StringComparison.Ordinal)) + 1;

        BuildMessage compilers = consumers.Log.Error(project, "CS1503");
        BuildMessage ours = consumers.Log.Error(project, "MG4001");
        Assert.Equal((line, "Caller.cs"), (compilers.Line, Path.GetFileName(compilers.File)));
        Assert.Equal((line, "Caller.cs"), (ours.Line, Path.GetFileName(ours.File)));
        Assert.Contains("1×1×8×8", ours.Text, StringComparison.Ordinal);
        Assert.Contains("1×1×16×16", ours.Text, StringComparison.Ordinal);
        Assert.Equal(2, consumers.Log.ErrorsOf(project).Count());
    }
}
