using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Vectors of 512 bits: 16 lanes.</summary>
internal readonly struct Lanes512 : ILanes<Vector512<float>, Vector512<int>>
{
    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref readonly float source, int at) => Vector512.LoadUnsafe(in source, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(ref readonly int source, int at) => Vector512.LoadUnsafe(in source, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> scores, ref float destination, int at) => scores.StoreUnsafe(ref destination, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<int> indices, ref int destination, int at) => indices.StoreUnsafe(ref destination, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Fill(float score) => Vector512.Create(score);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Fill(int index) => Vector512.Create(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Keep(Vector512<float> score, Vector512<int> index, ref Vector512<float> best, ref Vector512<int> indices)
    {
        Vector512<float> greater = Vector512.GreaterThan(score, best);
        best = Vector512.ConditionalSelect(greater, score, best);
        indices = Vector512.ConditionalSelect(greater.AsInt32(), index, indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Greater(Vector512<float> score, Vector512<float> best) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(score, best), score, best);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Greatest(Vector512<float> scores) => Lanes256.Greatest(Vector256.MaxNative(scores.GetLower(), scores.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(Vector512<float> scores, Vector512<float> other) => Vector512.Equals(scores, other).ExtractMostSignificantBits();
}
