using System.Runtime.CompilerServices;

namespace ModelGen.Onnx;

/// <summary>Tells objects apart by identity. Messages of protobuf compare all that they hold, whole graphs, and hash it anew each time.</summary>
internal sealed class ByReference : IEqualityComparer<object>
{
    private ByReference() { }

    /// <summary>The only one.</summary>
    public static ByReference Comparer { get; } = new();

    /// <inheritdoc/>
    bool IEqualityComparer<object>.Equals(object left, object right) => ReferenceEquals(left, right);

    /// <inheritdoc/>
    int IEqualityComparer<object>.GetHashCode(object value) => RuntimeHelpers.GetHashCode(value);
}
