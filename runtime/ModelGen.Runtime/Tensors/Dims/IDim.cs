using System.ComponentModel;

namespace Dims;

/// <summary>The size of one axis of a tensor, as a type.</summary>
/// <remarks>
/// Sizes 0 to 999 are <c>N0</c> to <c>N999</c>. A larger one is written in groups of three digits, as people write it: 50,257 is
/// <c>N&lt;N50, N257&gt;</c>. So every number has one spelling, and equal shapes are one type in every model and assembly.
/// The namespace is short because C# prints it in front of each dim in its errors.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDim
{
    /// <summary>The size. A constant to the JIT.</summary>
    static abstract int Value { get; }

    // Tensors leave bounds checks out on the strength of these constants, so no other assembly may bring its own.
    internal static abstract void OnlyModelGenImplementsDims();
}
