using System.Collections;
using System.Runtime.CompilerServices;

namespace ModelGen;

/// <summary>One number a channel, in the tensor's channel order; equal when the numbers are. Made by <c>[0.485, 0.456, 0.406]</c>.</summary>
/// <remarks>Empty (the default) means that the step is left out; one number stands for all channels.</remarks>
[CollectionBuilder(typeof(ChannelValues), nameof(Create))]
public readonly struct ChannelValues : IReadOnlyList<double>, IEquatable<ChannelValues>
{
    private readonly double[]? _values;

    private ChannelValues(double[] values) => _values = values;

    /// <summary>How many numbers there are.</summary>
    public int Count => _values?.Length ?? 0;

    /// <summary>The number of a channel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public double this[int index] => (uint)index < (uint)Count
        ? _values![index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected an index below {Count}.");

    /// <summary>A copy of <paramref name="values"/>.</summary>
    public static ChannelValues Create(ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>Whether both hold equal numbers in the same order.</summary>
    public static bool operator ==(ChannelValues left, ChannelValues right) => left.Equals(right);

    /// <summary>Whether the numbers or their order differ.</summary>
    public static bool operator !=(ChannelValues left, ChannelValues right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ChannelValues other) => _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ChannelValues other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (double value in this) hash.Add(value);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(_values ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The numbers in parentheses, invariant: <c>(0.485, 0.456, 0.406)</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"({string.Join(", ", this.Select(ImageStepsText.Number))})");

    /// <summary>The number of a channel, one number standing for all; <paramref name="absent"/> when there is none.</summary>
    internal double Of(int channel, double absent) => Count switch { 0 => absent, 1 => this[0], _ => this[channel] };
}
