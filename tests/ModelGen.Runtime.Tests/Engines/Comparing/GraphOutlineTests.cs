using CsCheck;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class GraphOutlineTests
{
    private static readonly byte[] s_model = new TinyModel().Weights("w", [3], 1, 2, 3).Input("x", 3).Node("Add", "first", ["x", "w"], ["t"])
        .Node("If", "", ["c"], ["y"], new TinyModel().Node("Exp", "inside", ["t"], ["u"]).Output("u", 3).ToAttribute("then_branch")).Output("y", 3).ToBytes();

    [Fact]
    public void NodesComeInTheirOrderWithoutThoseOfBranches()
    {
        GraphOutline outline = GraphOutline.Read(new MemoryStream(s_model));

        Assert.Equal([("first", "Add"), ("", "If")], outline.Nodes.Select(node => (node.Name, node.Operator)));
        Assert.Equal(["x", "w"], outline.Nodes[0].Inputs.AsEnumerable());
        Assert.Equal(["y"], outline.Nodes[1].Outputs.AsEnumerable());
        Assert.Equal(["y"], outline.Outputs);
    }

    [Fact]
    public void ADamagedFileIsRefusedOrReadAndNeverMore() => Gen.Select(Gen.Int[0, s_model.Length - 1], Gen.Byte, Gen.Int[0, s_model.Length]).Sample((at, value, length) =>
    {
        byte[] damaged = s_model[..length];
        if (at < length)
            damaged[at] = value;
        try
        {
            Assert.InRange(GraphOutline.Read(new MemoryStream(damaged)).Nodes.Length, 0, s_model.Length);
        }
        catch (InvalidDataException e)
        {
            Assert.Contains("no ONNX model", e.Message, StringComparison.Ordinal);
        }
    });
}
