using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Absurd, negative, contradicting and differently named dims, and ranks from 0 to 12.</summary>
internal sealed class DimMutator : IModelMutator
{
    private static readonly string[] s_names = ["batch", "N", "?", "", "s0//2", "-1", "𝔫 ", "a\0b"];

    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        List<TensorShapeProto> shapes = [.. model.Graphs()
            .SelectMany(graph => graph.Input.Concat(graph.Output).Concat(graph.ValueInfo))
            .Select(value => value.Type?.TensorType?.Shape)
            .OfType<TensorShapeProto>()];
        if (shapes.Count == 0)
            return;
        TensorShapeProto shape = random.Pick(shapes);
        if (random.Next(3) == 0)
        {
            shape.Dim.Clear();
            for (int rank = random.Next(13); rank > 0; rank--)
                shape.Dim.Add(Any(random));
        }
        else if (shape.Dim.Count > 0)
        {
            shape.Dim[random.Next(shape.Dim.Count)] = Any(random);
        }
    }

    private static TensorShapeProto.Types.Dimension Any(Random random) => random.Next(4) switch
    {
        0 => new() { DimParam = random.Pick(s_names) },
        1 => new(),
        _ => new() { DimValue = random.Dim() },
    };
}
