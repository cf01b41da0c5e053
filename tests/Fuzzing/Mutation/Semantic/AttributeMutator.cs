using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Attributes removed, renamed, doubled, of another type, taken from other nodes, empty, too long, or with values at the edges.</summary>
internal sealed class AttributeMutator : IModelMutator
{
    private static readonly string[] s_texts = ["", "SAME_UPPER", "VALID", "NOTSET", "ij,jk->ik", "...ii->...i", "->", "i,i,i,i,i,i->", "ab...,...cd->", "\0", "reverse", "🙂"];

    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        List<NodeProto> nodes = [.. model.Nodes().Where(node => node.Attribute.Count > 0)];
        if (nodes.Count == 0)
            return;
        NodeProto node = random.Pick(nodes);
        int at = random.Next(node.Attribute.Count);
        AttributeProto attribute = node.Attribute[at];
        switch (random.Next(8))
        {
            case 0:
                node.Attribute.RemoveAt(at);
                break;
            case 1:
                attribute.Name = random.Pick(["axis", "axes", "to", "perm", "pads", "kernel_shape", "body", "value", "shape", ""]);
                break;
            case 2:
                attribute.Type = (AttributeProto.Types.AttributeType)random.Next(16);
                break;
            case 3:
                node.Attribute.Add(attribute.Clone());
                break;
            case 4:
                NodeProto other = random.Pick(nodes);
                if (other != node)
                    node.Attribute.Add(random.Pick(other.Attribute).Clone());
                break;
            case 5:
                attribute.Ints.Clear();
                attribute.Floats.Clear();
                attribute.Strings.Clear();
                break;
            default:
                Values(attribute, random);
                break;
        }
    }

    private static void Values(AttributeProto attribute, Random random)
    {
        if (attribute.Ints.Count > 0)
        {
            if (random.Next(3) == 0)
                attribute.Ints.AddRange(Enumerable.Repeat(random.Extreme(), random.Pick([1, 2, 40, 3000])));
            else
                attribute.Ints[random.Next(attribute.Ints.Count)] = random.Extreme();
        }
        else if (attribute.Floats.Count > 0)
        {
            attribute.Floats[random.Next(attribute.Floats.Count)] = random.ExtremeFloat();
        }
        else if (attribute.Type == AttributeProto.Types.AttributeType.String)
        {
            attribute.S = ByteString.CopyFromUtf8(random.Pick(s_texts));
        }
        else
        {
            attribute.I = random.Extreme();
            attribute.F = random.ExtremeFloat();
        }
    }
}
