using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;

namespace ModelGen;

/// <summary>A network's description of a picture (or sound, or text) as a direction in a space of many dimensions: what is alike lies close.</summary>
/// <remarks>Immutable, and independent of the model's buffers. Sums are in float32 and in the processor's own order, so the last bits may differ between machines.</remarks>
[DebuggerDisplay("{Dimensions} dimensions")]
public sealed class Embedding
{
    private readonly float[] _values;
    private readonly float _norm;

    /// <summary>Copies a network's output.</summary>
    /// <param name="values">One number a dimension, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Embedding(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("Expected at least one number, got none.", nameof(values));
        _values = values.ToArray();
        _norm = Norm(_values);
    }

    /// <summary>Number of dimensions.</summary>
    public int Dimensions => _values.Length;

    /// <summary>One number a dimension.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The Euclidean length.</summary>
    public float Length => _norm;

    /// <summary>The same direction with the length 1. The zero vector has no direction and stays what it is; a NaN or an infinity makes all NaN or 0.</summary>
    public Embedding Normalize()
    {
        float[] normal = new float[_values.Length];
        Normalize(_values, normal);
        return new Embedding(normal);
    }

    /// <summary>Normalises as <see cref="Normalize()"/> does, without allocating.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="destination">As many; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Normalize(ReadOnlySpan<float> values, Span<float> destination)
    {
        if (values.Length != destination.Length)
            throw new ArgumentException($"Expected room for {values.Length} numbers, got {destination.Length}.", nameof(destination));
        float norm = Norm(values);
        if (norm == 0)
            values.CopyTo(destination);
        else
            TensorPrimitives.Divide(values, norm, destination);
    }

    /// <summary>The sum of the products, dimension by dimension.</summary>
    /// <exception cref="ShapeMismatchException">The other has another number of dimensions.</exception>
    public float Dot(Embedding other)
    {
        CheckAlike(other);
        return TensorPrimitives.Dot<float>(_values, other._values);
    }

    /// <summary>The cosine of the angle between the two: 1 in the same direction, 0 at right angles and for a zero vector, −1 in the opposite one.</summary>
    /// <exception cref="ShapeMismatchException">The other has another number of dimensions.</exception>
    public float CosineSimilarity(Embedding other)
    {
        CheckAlike(other);
        return Cosine(other);
    }

    /// <summary>The most similar one of many, by cosine; of equal ones the first.</summary>
    /// <param name="candidates">At least one, of as many dimensions.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ShapeMismatchException">One has another number of dimensions.</exception>
    public Neighbor Nearest(ReadOnlySpan<Embedding> candidates)
    {
        if (candidates.IsEmpty)
            throw new ArgumentException("Expected at least one embedding to compare with, got none.", nameof(candidates));
        Span<Neighbor> one = stackalloc Neighbor[1];
        Nearest(candidates, one);
        return one[0];
    }

    /// <summary>The most similar ones of many, the most similar first, without allocating; NaN behind all numbers.</summary>
    /// <param name="candidates">Those to compare with, of as many dimensions.</param>
    /// <param name="destination">Where to; as many as it has room for.</param>
    /// <returns>How many were written: fewer than there is room for when there are fewer candidates.</returns>
    /// <exception cref="ShapeMismatchException">One has another number of dimensions.</exception>
    public int Nearest(ReadOnlySpan<Embedding> candidates, Span<Neighbor> destination)
    {
        var heap = new TopHeap<Neighbor>(destination);
        for (int i = 0; i < candidates.Length; i++)
        {
            CheckAlike(candidates[i]);
            float similarity = Cosine(candidates[i]);
            if (heap.Takes(similarity, i))
                heap.Add(new Neighbor(i, similarity));
        }
        return heap.Sort();
    }

    private float Cosine(Embedding other)
    {
        if (_norm == 0 || other._norm == 0)
            return 0;
        float product = _norm * other._norm;
        // Where squares leave float32's range, the directions are compared.
        if (!float.IsNormal(product))
            return Math.Clamp(TensorPrimitives.Dot<float>(Normalize()._values, other.Normalize()._values), -1, 1);
        return Math.Clamp(TensorPrimitives.Dot<float>(_values, other._values) / product, -1, 1);
    }

    private static float Norm(ReadOnlySpan<float> values)
    {
        float norm = TensorPrimitives.Norm(values);
        if (float.IsNormal(norm))
            return norm;
        // Squares that overflow or vanish: float64 has room for all of them.
        double sum = 0;
        foreach (float value in values)
            sum += (double)value * value;
        return (float)Math.Sqrt(sum);
    }

    private void CheckAlike([NotNull] Embedding? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Dimensions != Dimensions)
            throw new ShapeMismatchException("The embeddings are not of one model", $"{Dimensions} dimensions", $"{other.Dimensions}", nameof(Embedding), "Compare embeddings that the same model made.");
    }
}
