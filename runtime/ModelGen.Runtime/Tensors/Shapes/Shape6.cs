using System.Runtime.CompilerServices;
using Dims;

namespace ModelGen;

/// <summary>A shape of six axes, outermost first.</summary>
/// <typeparam name="D0">Size of axis 0.</typeparam>
/// <typeparam name="D1">Size of axis 1.</typeparam>
/// <typeparam name="D2">Size of axis 2.</typeparam>
/// <typeparam name="D3">Size of axis 3.</typeparam>
/// <typeparam name="D4">Size of axis 4.</typeparam>
/// <typeparam name="D5">Size of axis 5.</typeparam>
public readonly struct Shape<D0, D1, D2, D3, D4, D5> : IShape
    where D0 : struct, IDim
    where D1 : struct, IDim
    where D2 : struct, IDim
    where D3 : struct, IDim
    where D4 : struct, IDim
    where D5 : struct, IDim
{
    private static readonly int[] s_dims = [D0.Value, D1.Value, D2.Value, D3.Value, D4.Value, D5.Value];

    /// <inheritdoc/>
    public static int Rank => 6;

    /// <inheritdoc/>
    public static int Length
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            long count = D0.Value;
            count = ElementCount.Times(count, D1.Value);
            count = ElementCount.Times(count, D2.Value);
            count = ElementCount.Times(count, D3.Value);
            count = ElementCount.Times(count, D4.Value);
            count = ElementCount.Times(count, D5.Value);
            return ElementCount.Checked<Shape<D0, D1, D2, D3, D4, D5>>(count);
        }
    }

    /// <inheritdoc/>
    public static ReadOnlySpan<int> Dims => s_dims;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int IShape.Dim(int axis) => axis switch
    {
        0 => D0.Value,
        1 => D1.Value,
        2 => D2.Value,
        3 => D3.Value,
        4 => D4.Value,
        _ => D5.Value,
    };

    /// <summary>The dims with × between them.</summary>
    /// <returns>For example <c>1×3×224×224</c>.</returns>
    public override string ToString() => ShapeText.Of<Shape<D0, D1, D2, D3, D4, D5>>();
}
