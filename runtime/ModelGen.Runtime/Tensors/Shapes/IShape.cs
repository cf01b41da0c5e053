namespace ModelGen;

/// <summary>The shape of a tensor, as a type: one of <see cref="Shape"/> to <c>Shape&lt;D0, …, D7&gt;</c>.</summary>
public interface IShape
{
    /// <summary>Number of axes, 0 for a scalar. A constant to the JIT.</summary>
    static abstract int Rank { get; }

    /// <summary>Number of elements: the product of the dims, 1 for a scalar. A constant to the JIT.</summary>
    /// <exception cref="ModelGenException">There are more elements than a span can hold.</exception>
    static abstract int Length { get; }

    /// <summary>The dims, outermost first.</summary>
    static abstract ReadOnlySpan<int> Dims { get; }

    // Folds to a constant for a constant axis, which reading Dims does not. Internal, so that shapes come from here only:
    // tensors leave bounds checks out on the strength of these constants.
    internal static abstract int Dim(int axis);
}
