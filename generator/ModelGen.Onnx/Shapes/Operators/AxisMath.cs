namespace ModelGen.Onnx.Operators;

/// <summary>Shapes and positions along axes.</summary>
internal static class AxisMath
{
    /// <summary>A shape after some axes were reduced, to 1 or away.</summary>
    public static TensorShape Reduced(TensorShape shape, bool[] isReduced, bool keeps)
    {
        var dims = new List<Dim>(shape.Rank);
        for (int i = 0; i < shape.Rank; i++)
        {
            if (!isReduced[i])
                dims.Add(shape.Dims[i]);
            else if (keeps)
                dims.Add(Dim.Known(1));
        }
        return new TensorShape(new(dims));
    }

    /// <summary>How a followed tensor lies in memory around an axis: element <c>(o, k, i)</c> is at <c>(o × length + k) × inner + i</c>.</summary>
    public static (int Outer, int Length, int Inner) Around(PartialTensor value, int axis)
    {
        if (value.Count == 0)
            return (0, 0, 0);
        int inner = 1;
        for (int i = axis + 1; i < value.Rank; i++)
            inner *= (int)value.Dims[i];
        int length = (int)value.Dims[axis];
        return (value.Count / inner / length, length, inner);
    }
}
