using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class TraceReaderTests
{
    private const string Conv = """
        {"cat" : "Node","pid" :7,"tid" :8,"dur" :40,"ts" :100,"ph" : "X","name" :"conv1_kernel_time","args" : {"op_name":"Conv","provider":"CPUExecutionProvider","input_type_shape":[{"float":[1,3,8,8]},{"int64":[]}],"output_type_shape":[{"float":[1,4,8,8]}]}},
        """;

    [Fact]
    public void ANodeHasItsNameOperatorProviderAndShapes()
    {
        TraceEvent node = Assert.Single(Read("[\n" + Conv + "\n]", out int unreadable));

        Assert.Equal(("Node", "conv1", "Conv", "CPUExecutionProvider"), (node.Category, node.Name, node.Operator, node.Provider));
        Assert.Equal((7L, 8L, 100L, 40L), (node.ProcessId, node.ThreadId, node.Start, node.Duration));
        Assert.Equal(["float 1×3×8×8", "int64"], node.Inputs.ToArray());
        Assert.Equal(["float 1×4×8×8"], node.Outputs.ToArray());
        Assert.Equal(0, unreadable);
    }

    [Theory]
    [InlineData("{\"cat\":\"Node\",\"pid\":7,\"tid\":8,\"dur\":1,\"ts\":1,\"ph\":\"X\",\"name\":\"a\"b_kernel_time\",\"args\":{}},")]
    [InlineData("[1, 2]")]
    [InlineData("{\"cat\":")]
    [InlineData("nonsense")]
    public void ALineThatIsNoEventIsCountedAndTheOthersStay(string line)
    {
        TraceEvent node = Assert.Single(Read($"[\n{line}\n{Conv}\n]", out int unreadable));

        Assert.Equal("conv1", node.Name);
        Assert.Equal(1, unreadable);
    }

    [Theory]
    [InlineData("{\"cat\":\"Kernel\",\"ph\":\"i\",\"ts\":3,\"name\":\"tick\"},")]
    [InlineData("{\"cat\":\"Node\",\"ts\":\"3\",\"dur\":4,\"name\":\"x\"},")]
    [InlineData("{\"cat\":\"Node\",\"ts\":3,\"dur\":-4,\"name\":\"x\"},")]
    [InlineData("{}")]
    public void AnEventWithoutADurationIsPassedOver(string line)
    {
        Assert.Empty(Read(line, out int unreadable));
        Assert.Equal(0, unreadable);
    }

    [Theory]
    [InlineData("{\"cat\":\"New\",\"ts\":3,\"dur\":4,\"name\":\"x\",\"args\":null}")]
    [InlineData("{\"cat\":\"New\",\"ts\":3,\"dur\":4,\"name\":\"x\",\"args\":{\"input_type_shape\":\"none\",\"output_type_shape\":[3]}}")]
    [InlineData("{\"cat\":\"New\",\"ts\":3,\"dur\":4,\"name\":\"x\"}")]
    public void AnUnknownEventIsTakenAsItIs(string line)
    {
        TraceEvent other = Assert.Single(Read(line, out _));

        Assert.Equal(("New", "x", false), (other.Category, other.Name, other.IsNode));
        Assert.Empty(other.Inputs);
        Assert.Empty(other.Outputs);
    }

    private static List<TraceEvent> Read(string text, out int unreadable) => TraceReader.Read(new StringReader(text), out unreadable);
}
