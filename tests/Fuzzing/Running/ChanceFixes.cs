using ModelGen.Onnx;

namespace ModelGen.Fuzzing;

/// <summary>Shapes that a user might fix, wisely or not.</summary>
internal static class ChanceFixes
{
    /// <summary>Fixes most inputs, mostly to their own rank and known dims.</summary>
    public static ShapeFixes For(ModelFacts facts, Random random)
    {
        List<ShapeFix> fixes = [];
        foreach (InputFact input in facts.Inputs.Take(20).Where(_ => random.Next(5) > 0))
        {
            TensorShape? declared = (input.Type as TensorType)?.Shape;
            int rank = declared is null || random.Next(10) == 0 ? random.Next(9) : Math.Min(declared.Rank, 64);
            var dims = new Dim[rank];
            for (int i = 0; i < rank; i++)
            {
                long? known = declared is not null && i < declared.Rank ? declared.Dims[i].Size : null;
                dims[i] = random.Next(8) == 0 ? Dim.Known(Math.Abs(random.Dim() / 2)) : Dim.Known(known ?? random.Next(1, 65));
            }
            fixes.Add(new ShapeFix(input.Name, new TensorShape(new(dims)), FixTarget.Value));
        }
        return new ShapeFixes(new(fixes), default);
    }
}
