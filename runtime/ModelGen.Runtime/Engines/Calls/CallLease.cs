using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ModelGen.Engines;

/// <summary>A call rented from an <see cref="Engine"/>: its buffers are the engine's own, so nothing is copied.</summary>
/// <remarks>For one thread at a time. Spans taken from it must not be used after <see cref="Dispose"/>: the next caller writes there.</remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly struct CallLease : IDisposable
{
    private readonly Call _call;
    private readonly int _lease;

    internal CallLease(Call call)
    {
        _call = call;
        _lease = call.Lease;
    }

    /// <summary>The call itself.</summary>
    internal Call Call => Checked();

    /// <summary>The buffer of an input with a fixed shape.</summary>
    public Tensor<T, TShape> Input<T, TShape>(int index) where TShape : struct, IShape => new(Checked().Inputs[index].Span<T>());

    /// <summary>The buffer of an input with an open first dim.</summary>
    public Batch<T, TItem> InputBatch<T, TItem>(int index) where TItem : struct, IShape => Batch<T, TItem>(Checked().Inputs[index]);

    /// <summary>An output with a fixed shape, as the last run left it.</summary>
    public ReadOnlyTensor<T, TShape> Output<T, TShape>(int index) where TShape : struct, IShape => new(Checked().Outputs[index].Span<T>());

    /// <summary>An output with an open first dim, as the last run left it.</summary>
    public ReadOnlyBatch<T, TItem> OutputBatch<T, TItem>(int index) where TItem : struct, IShape => Batch<T, TItem>(Checked().Outputs[index]);

    /// <summary>An input's elements, whatever its shape.</summary>
    internal Span<T> InputSpan<T>(int index) => Checked().Inputs[index].Span<T>();

    /// <summary>An output's elements, whatever its shape.</summary>
    internal ReadOnlySpan<T> OutputSpan<T>(int index) => Checked().Outputs[index].Span<T>();

    /// <summary>Gives a value for an input that has a default in the model, for this call only, and returns the buffer to fill.</summary>
    public Tensor<T, TShape> Override<T, TShape>(int index) where TShape : struct, IShape => new(Checked().Override(index).Span<T>());

    /// <inheritdoc cref="Override{T, TShape}"/>
    public Batch<T, TItem> OverrideBatch<T, TItem>(int index) where TItem : struct, IShape => Batch<T, TItem>(Checked().Override(index));

    /// <summary>Runs the network over the buffers.</summary>
    /// <exception cref="ModelGenException">ONNX Runtime failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before or during the run.</exception>
    public void Run(CancellationToken cancellationToken = default) => Checked().Run(cancellationToken);

    /// <summary>Gives the call back. A second time does nothing.</summary>
    public void Dispose()
    {
        if (_call is not null && _call.Lease == _lease)
            _call.Return();
    }

    private static Batch<T, TItem> Batch<T, TItem>(Slot slot) where TItem : struct, IShape => new(slot.Span<T>(), slot.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Call Checked() => _call is not null && _call.Lease == _lease ? _call : throw Returned();

    private static ObjectDisposedException Returned() => new ObjectDisposedException(
        nameof(CallLease), "This call was given back already: its buffers belong to another caller now. Rent a new one, and use it only before its Dispose.");
}
