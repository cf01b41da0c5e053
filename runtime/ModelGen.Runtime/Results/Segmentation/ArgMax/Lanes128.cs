using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Vectors of 128 bits: 4 lanes.</summary>
internal readonly struct Lanes128 : ILanes<Vector128<float>, Vector128<int>>
{
    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref readonly float source, int at) => Vector128.LoadUnsafe(in source, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Load(ref readonly int source, int at) => Vector128.LoadUnsafe(in source, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> scores, ref float destination, int at) => scores.StoreUnsafe(ref destination, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<int> indices, ref int destination, int at) => indices.StoreUnsafe(ref destination, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Fill(float score) => Vector128.Create(score);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Fill(int index) => Vector128.Create(index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Keep(Vector128<float> score, Vector128<int> index, ref Vector128<float> best, ref Vector128<int> indices)
    {
        Vector128<float> greater = Vector128.GreaterThan(score, best);
        best = Vector128.ConditionalSelect(greater, score, best);
        indices = Vector128.ConditionalSelect(greater.AsInt32(), index, indices);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Greater(Vector128<float> score, Vector128<float> best) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(score, best), score, best);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Greatest(Vector128<float> scores)
    {
        Vector128<float> pairs = Vector128.MaxNative(scores, Vector128.Shuffle(scores, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(Vector128<float> scores, Vector128<float> other) => Vector128.Equals(scores, other).ExtractMostSignificantBits();
}
