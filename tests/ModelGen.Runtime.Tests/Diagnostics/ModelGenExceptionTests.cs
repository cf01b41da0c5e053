namespace ModelGen.Tests.Diagnostics;

public class ModelGenExceptionTests
{
    [Fact]
    public void TheMessageHoldsEveryPart()
    {
        var cause = new InvalidOperationException();
        var error = new ModelGenException("The file is another one", "SHA-256 2f6a", "SHA-256 90bb", "resnet50.onnx", "Rebuild the project.", cause);
        Assert.Equal("The file is another one (resnet50.onnx): expected SHA-256 2f6a, got SHA-256 90bb. Rebuild the project.", error.Message);
        Assert.Equal(
            ("The file is another one", "SHA-256 2f6a", "SHA-256 90bb", "resnet50.onnx", "Rebuild the project."),
            (error.Problem, error.Expected, error.Actual, error.Where, error.Remedy));
        Assert.Same(cause, error.InnerException);
    }

    [Theory]
    [InlineData(null, null, null, null, "It failed.")]
    [InlineData("a", null, null, null, "It failed: expected a.")]
    [InlineData(null, "b", null, null, "It failed: got b.")]
    [InlineData(null, null, "c", null, "It failed (c).")]
    [InlineData(null, null, null, "Try again.", "It failed. Try again.")]
    public void PartsThatAreNotKnownLeaveNoGap(string? expected, string? actual, string? where, string? remedy, string message) =>
        Assert.Equal(message, new ModelGenException("It failed", expected, actual, where, remedy).Message);
}
