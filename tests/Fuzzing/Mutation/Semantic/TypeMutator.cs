using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Other element types, other kinds, kinds within kinds, and types that are left out.</summary>
internal sealed class TypeMutator : IModelMutator
{
    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        List<ValueInfoProto> values = [.. model.Graphs().SelectMany(graph => graph.Input.Concat(graph.Output).Concat(graph.ValueInfo))];
        if (values.Count == 0)
            return;
        ValueInfoProto value = random.Pick(values);
        TypeProto? type = value.Type;
        switch (random.Next(6))
        {
            case 0:
                value.Type = null;
                break;
            case 1 when type?.TensorType is { } tensor:
                tensor.ElemType = random.Pick([0, 1, 7, 8, 9, 99, -1, random.Next(30)]);
                break;
            case 2 when type?.TensorType is { } tensor:
                tensor.Shape = null;
                break;
            case 3:
                value.Type = random.Pick(values).Type?.Clone();
                break;
            default:
                for (int depth = random.Next(1, 12); depth > 0; depth--)
                    value.Type = Wrap(value.Type, random);
                break;
        }
    }

    private static TypeProto Wrap(TypeProto? inner, Random random)
    {
        var type = new TypeProto();
        switch (random.Next(4))
        {
            case 0:
                type.SequenceType = new TypeProto.Types.Sequence { ElemType = inner };
                break;
            case 1:
                type.OptionalType = new TypeProto.Types.Optional { ElemType = inner };
                break;
            case 2:
                type.MapType = new TypeProto.Types.Map { KeyType = random.Next(12), ValueType = inner };
                break;
            default:
                type.SparseTensorType = new TypeProto.Types.SparseTensor { ElemType = 1, Shape = inner?.TensorType?.Shape?.Clone() };
                break;
        }
        return type;
    }
}
