namespace ModelGen;

/// <summary>The shape of a scalar: no axes, one element.</summary>
public readonly struct Shape : IShape
{
    /// <inheritdoc/>
    public static int Rank => 0;

    /// <inheritdoc/>
    public static int Length => 1;

    /// <inheritdoc/>
    public static ReadOnlySpan<int> Dims => [];

    // A scalar has no axis to ask for; 0 would refuse every index.
    static int IShape.Dim(int axis) => 0;

    /// <summary>The shape in words.</summary>
    /// <returns><c>scalar</c>.</returns>
    public override string ToString() => ShapeText.Of<Shape>();
}
