using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Small operators whose results would be huge: whoever computes them to learn a shape runs out of memory.</summary>
internal sealed class HugeResults : IModelMutator
{
    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        long huge = random.Pick([1L << 20, 1L << 31, 1L << 40, long.MaxValue, random.Extreme()]);
        string value = random.Next(2) == 0 ? model.Ints(false, 1, 2, 3) : model.AnyValue(random);
        string result = random.Next(12) switch
        {
            0 => model.Add("Range", [model.Ints(true, 0), model.Ints(true, huge), model.Ints(true, random.Pick([1, 2, -1, 0, huge]))]),
            1 => model.Add("Expand", [value, model.Ints(false, huge, random.Dim(), 1, huge)]),
            2 => model.Add("Tile", [value, model.Ints(false, huge)]),
            3 => model.Add("ConstantOfShape", [model.Ints(false, huge, random.Dim())]),
            4 => model.Add("Pad", [value, model.Ints(false, huge, random.Extreme())]),
            5 => model.Add("Resize", [value, "", model.Floats(random.ExtremeFloat())]),
            6 => model.Add("Resize", [value, "", "", model.Ints(false, huge)]),
            7 => model.Add("OneHot", [value, model.Ints(true, huge), model.Ints(false, 0, 1)], Graft.Int("axis", random.Extreme())),
            8 => model.Add("EyeLike", [model.Add("ConstantOfShape", [model.Ints(false, huge, huge)])]),
            9 => model.Add("Gather", [value, model.Add("ConstantOfShape", [model.Ints(false, huge)])], Graft.Int("axis", random.Extreme())),
            10 => model.Add("Reshape", [value, model.Ints(false, huge, -1, 0, random.Extreme())]),
            _ => model.Add("Slice", [value, model.Ints(false, random.Extreme()), model.Ints(false, random.Extreme()), model.Ints(false, 0), model.Ints(false, random.Extreme())]),
        };
        // What is asked next makes values of it.
        string next = random.Next(5) switch
        {
            0 => model.Add("Shape", [result]),
            1 => model.Add("NonZero", [result]),
            2 => model.Add("Reshape", [model.AnyValue(random), result]),
            3 => model.Add("Cast", [model.Add("Mul", [result, result])], Graft.Int("to", random.Next(20))),
            _ => result,
        };
        model.Expose(next);
    }
}
