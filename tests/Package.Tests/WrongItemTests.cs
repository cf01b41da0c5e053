namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class WrongItemTests(PackedConsumers consumers)
{
    private string Project => consumers.Workshop.PathOf("WrongItems", "WrongItems.csproj");

    [Theory]
    [InlineData("MG2005", "shapes.onnx", "bacth")]
    [InlineData("MG3001", "name.onnx", "1st")]
    public void AWrongValueIsAnErrorAtTheItemsOwnLine(string id, string model, string value)
    {
        BuildMessage error = consumers.Log.Error(Project, id);
        Assert.Equal((Project, LineOf(model)), (error.File, error.Line));
        Assert.Contains(model, error.Text, StringComparison.Ordinal);
        Assert.Contains(value, error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelThatIsNotThereIsAnErrorAtTheItemsOwnLine()
    {
        BuildMessage error = consumers.Log.ErrorsOf(Project).Single(message => message.Id.StartsWith("MG1", StringComparison.Ordinal));
        Assert.Equal((Project, LineOf("absent.onnx")), (error.File, error.Line));
        Assert.Contains("absent.onnx", error.Text, StringComparison.Ordinal);
    }

    private int LineOf(string text) => Array.FindIndex(File.ReadAllLines(Project), line => line.Contains(text, StringComparison.Ordinal)) + 1;
}
