using System.Runtime.CompilerServices;

namespace ModelGen;

public sealed partial class TensorBuffer<T, TShape>
{
    /// <summary>The element at these indices of a tensor of rank 1.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0));
    }

    /// <summary>The element at these indices of a tensor of rank 2.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <param name="i1">Index on axis 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0, int i1]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0, i1));
    }

    /// <summary>The element at these indices of a tensor of rank 3.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <param name="i1">Index on axis 1.</param>
    /// <param name="i2">Index on axis 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0, int i1, int i2]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0, i1, i2));
    }

    /// <summary>The element at these indices of a tensor of rank 4.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <param name="i1">Index on axis 1.</param>
    /// <param name="i2">Index on axis 2.</param>
    /// <param name="i3">Index on axis 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0, int i1, int i2, int i3]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0, i1, i2, i3));
    }

    /// <summary>The element at these indices of a tensor of rank 5.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <param name="i1">Index on axis 1.</param>
    /// <param name="i2">Index on axis 2.</param>
    /// <param name="i3">Index on axis 3.</param>
    /// <param name="i4">Index on axis 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0, int i1, int i2, int i3, int i4]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0, i1, i2, i3, i4));
    }

    /// <summary>The element at these indices of a tensor of rank 6.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <param name="i1">Index on axis 1.</param>
    /// <param name="i2">Index on axis 2.</param>
    /// <param name="i3">Index on axis 3.</param>
    /// <param name="i4">Index on axis 4.</param>
    /// <param name="i5">Index on axis 5.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0, int i1, int i2, int i3, int i4, int i5]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0, i1, i2, i3, i4, i5));
    }

    /// <summary>The element at these indices of a tensor of rank 7.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <param name="i1">Index on axis 1.</param>
    /// <param name="i2">Index on axis 2.</param>
    /// <param name="i3">Index on axis 3.</param>
    /// <param name="i4">Index on axis 4.</param>
    /// <param name="i5">Index on axis 5.</param>
    /// <param name="i6">Index on axis 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0, int i1, int i2, int i3, int i4, int i5, int i6]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0, i1, i2, i3, i4, i5, i6));
    }

    /// <summary>The element at these indices of a tensor of rank 8.</summary>
    /// <param name="i0">Index on axis 0.</param>
    /// <param name="i1">Index on axis 1.</param>
    /// <param name="i2">Index on axis 2.</param>
    /// <param name="i3">Index on axis 3.</param>
    /// <param name="i4">Index on axis 4.</param>
    /// <param name="i5">Index on axis 5.</param>
    /// <param name="i6">Index on axis 6.</param>
    /// <param name="i7">Index on axis 7.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its axis.</exception>
    /// <exception cref="ShapeMismatchException">The shape has another rank.</exception>
    public ref T this[int i0, int i1, int i2, int i3, int i4, int i5, int i6, int i7]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref First, (nint)(uint)Offset<TShape>.Of(i0, i1, i2, i3, i4, i5, i6, i7));
    }
}
