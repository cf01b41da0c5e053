using System.Runtime.CompilerServices;

namespace ModelGen;

/// <summary>Row-major offsets of elements. Rank and dims are constants to the JIT, so a constant index leaves no check behind.</summary>
internal static class Offset<TShape>
    where TShape : struct, IShape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0)
    {
        Rank(1);
        Axis(0, i0);
        return i0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0, int i1)
    {
        Rank(2);
        Axis(0, i0);
        Axis(1, i1);
        return i0 * TShape.Dim(1) + i1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0, int i1, int i2)
    {
        Rank(3);
        Axis(0, i0);
        Axis(1, i1);
        Axis(2, i2);
        return (i0 * TShape.Dim(1) + i1) * TShape.Dim(2) + i2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0, int i1, int i2, int i3)
    {
        Rank(4);
        Axis(0, i0);
        Axis(1, i1);
        Axis(2, i2);
        Axis(3, i3);
        return ((i0 * TShape.Dim(1) + i1) * TShape.Dim(2) + i2) * TShape.Dim(3) + i3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0, int i1, int i2, int i3, int i4)
    {
        Rank(5);
        Axis(0, i0);
        Axis(1, i1);
        Axis(2, i2);
        Axis(3, i3);
        Axis(4, i4);
        return (((i0 * TShape.Dim(1) + i1) * TShape.Dim(2) + i2) * TShape.Dim(3) + i3) * TShape.Dim(4) + i4;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0, int i1, int i2, int i3, int i4, int i5)
    {
        Rank(6);
        Axis(0, i0);
        Axis(1, i1);
        Axis(2, i2);
        Axis(3, i3);
        Axis(4, i4);
        Axis(5, i5);
        return ((((i0 * TShape.Dim(1) + i1) * TShape.Dim(2) + i2) * TShape.Dim(3) + i3) * TShape.Dim(4) + i4) * TShape.Dim(5) + i5;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0, int i1, int i2, int i3, int i4, int i5, int i6)
    {
        Rank(7);
        Axis(0, i0);
        Axis(1, i1);
        Axis(2, i2);
        Axis(3, i3);
        Axis(4, i4);
        Axis(5, i5);
        Axis(6, i6);
        return (((((i0 * TShape.Dim(1) + i1) * TShape.Dim(2) + i2) * TShape.Dim(3) + i3) * TShape.Dim(4) + i4) * TShape.Dim(5) + i5) * TShape.Dim(6) + i6;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int i0, int i1, int i2, int i3, int i4, int i5, int i6, int i7)
    {
        Rank(8);
        Axis(0, i0);
        Axis(1, i1);
        Axis(2, i2);
        Axis(3, i3);
        Axis(4, i4);
        Axis(5, i5);
        Axis(6, i6);
        Axis(7, i7);
        return ((((((i0 * TShape.Dim(1) + i1) * TShape.Dim(2) + i2) * TShape.Dim(3) + i3) * TShape.Dim(4) + i4) * TShape.Dim(5) + i5) * TShape.Dim(6) + i6) * TShape.Dim(7) + i7;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Axis(int axis, int index)
    {
        if ((uint)index >= (uint)TShape.Dim(axis))
            TensorErrors.IndexOutside<TShape>(axis, index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rank(int indices)
    {
        if (TShape.Rank != indices)
            TensorErrors.WrongRank<TShape>(indices);
    }
}
