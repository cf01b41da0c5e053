using Google.Protobuf.Collections;
using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Operator sets from 0 to 99, missing, negative or twice; other IR versions; inputs and outputs removed, doubled or renamed.</summary>
internal sealed class HeaderMutator : IModelMutator
{
    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        switch (random.Next(7))
        {
            case 0:
            case 1:
                foreach (OperatorSetIdProto opset in model.OpsetImport)
                    opset.Version = random.Next(6) == 0 ? random.Extreme() : random.Next(100);
                break;
            case 2:
                model.OpsetImport.Clear();
                break;
            case 3:
                model.OpsetImport.Add(new OperatorSetIdProto { Domain = random.Pick(["", "ai.onnx", "ai.onnx.ml", "com.microsoft", "own"]), Version = random.Next(100) });
                break;
            case 4:
                model.IrVersion = random.Next(3) == 0 ? random.Extreme() : random.Next(15);
                break;
            case 5:
                Ports(random.Next(2) == 0 ? model.Graph.Input : model.Graph.Output, random);
                break;
            default:
                model.Graph.Initializer.Add(new TensorProto { Name = random.Pick(["", .. model.Graph.Input.Select(input => input.Name)]), DataType = 7, Dims = { random.Dim() } });
                break;
        }
    }

    private static void Ports(RepeatedField<ValueInfoProto> ports, Random random)
    {
        if (ports.Count == 0)
            return;
        int at = random.Next(ports.Count);
        switch (random.Next(3))
        {
            case 0:
                ports.RemoveAt(at);
                break;
            case 1:
                ports.Add(ports[at].Clone());
                break;
            default:
                ports[at].Name = random.Pick(["", "=", "x;y=1", "\u2028", ports[0].Name]);
                break;
        }
    }
}
