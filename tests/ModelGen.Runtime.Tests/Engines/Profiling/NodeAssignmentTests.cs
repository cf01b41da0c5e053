using Microsoft.ML.OnnxRuntime;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class NodeAssignmentTests
{
    private static string Digits => Path.Combine(AppContext.BaseDirectory, "Data", "digits.onnx");

    [Fact]
    public void EveryNodeHasAProvider()
    {
        using Engine engine = Engine.Load(TinyModel.Info(Digits));

        NodeAssignment[] nodes = [.. engine.Nodes()];

        Assert.Equal(["Conv", "Relu", "Conv", "Relu", "MaxPool", "Flatten", "Gemm", "Relu", "Gemm", "Softmax"], nodes.Select(node => node.Operator));
        Assert.All(nodes, node => Assert.Equal(("", "CPUExecutionProvider"), (node.Domain, node.Provider)));
        Assert.Contains("/1/Softmax", nodes.Select(node => node.Node));
    }

    [Fact]
    public void NamesOfAnyTextComeBackAsTheyAre()
    {
        using TemporaryFolder folder = new();
        using Engine engine = Engine.Load(new TinyModel().Input("x", 4).Node("Exp", "größe \"1\"\n", ["x"], ["y"]).Output("y", 4).Save(folder.Path));

        Assert.Equal(new NodeAssignment("größe \"1\"\n", "Exp", "", "CPUExecutionProvider"), Assert.Single(engine.Nodes()));
    }

    [Fact]
    public void ASessionThatDidNotRecordHasNoAnswer()
    {
        using InferenceSession session = new(Digits);
        Assert.Null(NativeNodes.TryRead(session));
    }

    [Fact]
    public void AProviderThatTakesNoNodeIsAnErrorAndNotAnothersNumbers()
    {
        NodeAssignment[] onCpu = [new("a", "Conv", "", "CPUExecutionProvider")];

        Assert.True(SideSession.Takes(Provider.Cpu, [.. onCpu]));
        Assert.True(SideSession.Takes(Provider.Auto, [.. onCpu]));
        Assert.False(SideSession.Takes(Provider.Cuda, [.. onCpu]));
        Assert.False(SideSession.Takes(Provider.TensorRT, [.. onCpu]));
        Assert.True(SideSession.Takes(Provider.TensorRT, [.. onCpu, new("b", "Conv", "", "TensorrtExecutionProvider")]));
        Assert.False(SideSession.Takes(Provider.Plugin("OpenVINOExecutionProvider"), [.. onCpu]));
    }
}
