namespace ModelGen.Generator.Tests;

public class DisposedCallAnalyzerTests
{
    private const string Rent = "var call = Digits.Default.Rent(); ";

    [Fact]
    public async Task ACallThatIsReadAfterItsDisposeDoesNotCompile()
    {
        string message = Assert.Single(await Analysis.Of(Rent + "call.Run(); call.Dispose(); _ = call.Probabilities.Length;"));
        Assert.StartsWith("MG4004: 'call' was given back by its Dispose above", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call.Run(); _ = call.Probabilities.Length; call.Dispose();")]
    [InlineData("call.Dispose(); call = Digits.Default.Rent(); call.Run(); call.Dispose();")]
    [InlineData("call.Dispose(); call.Dispose();")]
    [InlineData("using var other = Digits.Default.Rent(); call.Dispose(); other.Run();")]
    public async Task ProperUseIsLeftAlone(string statements) => Assert.Empty(await Analysis.Of(Rent + statements));
}
