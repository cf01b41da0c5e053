using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>How far outputs are from those of the CPU.</summary>
/// <param name="Max">The largest absolute difference; infinite where one of the two is no finite number and the other is another.</param>
/// <param name="Scale">The largest absolute value of the CPU's, or 1 if that is more.</param>
/// <param name="Cosine">The smallest cosine of the angle between two outputs.</param>
internal readonly record struct Difference(double Max, double Scale, double Cosine)
{
    /// <summary>The difference as a part of the scale.</summary>
    public double Relative => Max / Scale;

    /// <summary>Compares.</summary>
    public static Difference Between(ModelInfo info, byte[][] expected, byte[][] actual)
    {
        (double max, double scale, double cosine) = (0, 1, 1);
        for (int i = 0; i < expected.Length; i++)
        {
            double[] left = Numbers(info.Outputs[i].Type, expected[i]), right = Numbers(info.Outputs[i].Type, actual[i]);
            (double dot, double leftSquares, double rightSquares) = (0, 0, 0);
            for (int j = 0; j < left.Length; j++)
            {
                double distance = left[j].Equals(right[j]) ? 0 : Math.Abs(left[j] - right[j]);
                max = Math.Max(max, double.IsNaN(distance) ? double.PositiveInfinity : distance);
                if (double.IsFinite(left[j]))
                    scale = Math.Max(scale, Math.Abs(left[j]));
                dot += left[j] * right[j];
                leftSquares += left[j] * left[j];
                rightSquares += right[j] * right[j];
            }
            if (leftSquares > 0 && rightSquares > 0)
                cosine = Math.Min(cosine, dot / Math.Sqrt(leftSquares * rightSquares));
        }
        return new Difference(max, scale, cosine);
    }

    /// <summary>The numbers.</summary>
    public override string ToString() => FormattableString.Invariant($"max abs {Max:G3} (of {Scale:G3}), cosine {Cosine:0.000000}");

    private static double[] Numbers(ElementType type, byte[] bytes)
    {
        double[] numbers = new double[bytes.Length / ElementTypes.SizeOf(type)];
        Elements.Read(type, bytes, 0, numbers);
        return numbers;
    }
}
