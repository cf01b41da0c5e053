using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Vectors of 256 bits: 8 lanes.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<float>, Vector256<int>>
{
    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref readonly float source, int at) => Vector256.LoadUnsafe(in source, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(ref readonly int source, int at) => Vector256.LoadUnsafe(in source, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> scores, ref float destination, int at) => scores.StoreUnsafe(ref destination, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<int> indices, ref int destination, int at) => indices.StoreUnsafe(ref destination, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Fill(float score) => Vector256.Create(score);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Fill(int index) => Vector256.Create(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Keep(Vector256<float> score, Vector256<int> index, ref Vector256<float> best, ref Vector256<int> indices)
    {
        Vector256<float> greater = Vector256.GreaterThan(score, best);
        best = Vector256.ConditionalSelect(greater, score, best);
        indices = Vector256.ConditionalSelect(greater.AsInt32(), index, indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Greater(Vector256<float> score, Vector256<float> best) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(score, best), score, best);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Greatest(Vector256<float> scores) => Lanes128.Greatest(Vector128.MaxNative(scores.GetLower(), scores.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(Vector256<float> scores, Vector256<float> other) => Vector256.Equals(scores, other).ExtractMostSignificantBits();
}
