using System.Collections.Immutable;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>A node that TensorRT lacks: strict loading fails and names it; otherwise another provider takes it, and the list of nodes shows that.</summary>
internal sealed class StrictNodes : ICheck
{
    public string Name => "strict-nodes";

    public string Run(Bench bench, CheckModel model)
    {
        string path = Path.Join(bench.Room("odd-model"), "odd.onnx");
        OddModel.Write(path);
        CheckModel odd = ModelReader.Read(path);
        ImmutableArray<NodeAssignment> nodes;
        using (Engine engine = bench.Load(odd.Info, bench.OnTensorRT(odd, "odd")))
        {
            Tolerance.Check("result", bench.Compare(odd, engine), Tolerance.TenBits);
            nodes = engine.Nodes();
        }
        if (nodes.FirstOrDefault(node => node.Operator == OddModel.Operator) is not { } left || left.Provider == ProviderNames.TensorRT)
            throw new CheckFailedException($"the list of nodes does not show {OddModel.Operator} on another provider: {string.Join(", ", nodes)}");
        try
        {
            using Engine strict = bench.Open(odd.Info, bench.OnTensorRT(odd, "odd-strict") with { Strict = true });
        }
        catch (ModelGenException e)
        {
            return e.Message.Contains(OddModel.Operator, StringComparison.Ordinal)
                ? $"{left.Operator} is on {left.Provider}; strict: {e.Message}"
                : throw new CheckFailedException($"strict loading fails, as it should, but does not name {OddModel.Operator}: {e.Message}");
        }
        throw new CheckFailedException($"strict loading took a model with a node on {left.Provider}");
    }
}
