using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>A writable view over memory whose element type and shape are known to the compiler.</summary>
/// <remarks>
/// Nothing is copied and nothing is owned: it lives as long as the span it was made from. Elements lie in row-major order (the last
/// axis is the fastest). The default value stands for a tensor that was not given; reading it throws <see cref="ModelGenException"/>.
/// Constant indices are checked when the JIT compiles them. Loops run fastest over the <see cref="Span"/> of a slice, whose length is a constant.
/// </remarks>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TShape">Shape, for example <c>Shape&lt;N1, N3, N224, N224&gt;</c>.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly ref partial struct Tensor<T, TShape>
    where TShape : struct, IShape
{
    // The length is a constant of the type, so one reference is all a tensor is.
    private readonly ref T _first;

    /// <summary>Lays the shape over data.</summary>
    /// <param name="data">Exactly as many elements as the shape has.</param>
    /// <exception cref="ShapeMismatchException">The data has another length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Tensor(Span<T> data)
    {
        if (data.Length != TShape.Length)
            TensorErrors.WrongLength<T, TShape>(data.Length);

        // An empty span may hold a null reference, which here would mean "not given".
        if (TShape.Length == 0)
            _first = ref MemoryMarshal.GetArrayDataReference(Array.Empty<T>());
        else
            _first = ref MemoryMarshal.GetReference(data);
    }

    internal Tensor(ref T first) => _first = ref first;

    /// <summary>Whether this is the default value: no tensor was given.</summary>
    public bool IsEmpty => Unsafe.IsNullRef(ref _first);

    /// <summary>Number of elements.</summary>
    public int Length => TShape.Length;

    /// <summary>Number of axes.</summary>
    public int Rank => TShape.Rank;

    /// <summary>The dims, outermost first.</summary>
    public ReadOnlySpan<int> Dims => TShape.Dims;

    /// <summary>All elements in row-major order.</summary>
    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref First, TShape.Length);
    }

    internal ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (IsEmpty)
                TensorErrors.NotGiven<T, TShape>();
            return ref _first;
        }
    }

    /// <summary>Every tensor can be read.</summary>
    /// <param name="tensor">The tensor.</param>
    public static implicit operator ReadOnlyTensor<T, TShape>(Tensor<T, TShape> tensor) => new(ref tensor._first);

    /// <summary>The same elements under another shape of equally many.</summary>
    /// <typeparam name="TOther">The other shape.</typeparam>
    /// <returns>A tensor over the same memory.</returns>
    /// <exception cref="ShapeMismatchException">The other shape has another number of elements.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Tensor<T, TOther> Reinterpret<TOther>()
        where TOther : struct, IShape
    {
        if (TOther.Length != TShape.Length)
            TensorErrors.UnequalLengths<TShape, TOther>();
        return new(ref First);
    }

    /// <summary>The tensor for the algorithms of <c>System.Numerics.Tensors</c>; nothing is copied.</summary>
    /// <returns>A tensor span of the same dims; a scalar comes as one axis of 1, since that library has no scalars.</returns>
    public TensorSpan<T> AsTensorSpan() => new(Span, NativeDims.Of<TShape>());

    /// <summary>Sets every element.</summary>
    /// <param name="value">The value to set.</param>
    public void Fill(T value) => Span.Fill(value);

    /// <summary>Sets every element to its default: 0, false or null.</summary>
    public void Clear() => Span.Clear();

    /// <summary>Copies all elements.</summary>
    /// <param name="destination">Where to; it may overlap this one.</param>
    public void CopyTo(Tensor<T, TShape> destination) => Span.CopyTo(destination.Span);

    /// <summary>Copies all elements.</summary>
    /// <param name="destination">Where to: at least as long as this tensor.</param>
    /// <exception cref="ArgumentException">The destination is shorter.</exception>
    public void CopyTo(Span<T> destination) => Span.CopyTo(destination);

    /// <summary>Copies the tensor into memory of its own.</summary>
    /// <returns>A buffer of the same shape.</returns>
    public TensorBuffer<T, TShape> ToBuffer() => new(Span);

    /// <summary>Lets <c>fixed</c> pin the memory.</summary>
    /// <returns>The first element.</returns>
    public ref T GetPinnableReference() => ref First;

    /// <summary>Element type and shape.</summary>
    /// <returns>For example <c>float 1×3×224×224</c>.</returns>
    public override string ToString() => ElementText.Of<T, TShape>() + (IsEmpty ? " (not given)" : "");
}
