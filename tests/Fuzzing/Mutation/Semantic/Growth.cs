using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Chains in which each node doubles what came before: sizes, known values, or the number of symbols.</summary>
internal sealed class Growth : IModelMutator
{
    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        int kind = random.Next(6);
        string value = kind switch
        {
            0 or 1 => model.Ints(false, 1, 2, 3),
            2 => model.Add("Shape", [model.AnyValue(random)]),
            _ => model.AnyValue(random),
        };
        string two = model.Ints(false, 2);
        for (int length = random.Pick([10, 40, 70, 300]); length > 0; length--)
        {
            value = kind switch
            {
                0 or 3 => model.Add("Concat", [value, value], Graft.Int("axis", 0)),
                1 => model.Add("Tile", [value, two]),
                2 => model.Add("Concat", [value, model.Add("Mul", [value, value])], Graft.Int("axis", 0)),
                4 => model.Add("Einsum", [value, value], Graft.Text("equation", "...i,...j->...ij")),
                _ => model.Add("Unsqueeze", [value, model.Ints(false, 0)]),
            };
        }
        model.Expose(random.Next(2) == 0 ? value : model.Add("ConstantOfShape", [value]));
    }
}
