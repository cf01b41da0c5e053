using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>One call's buffers, bound to the session once and used again and again.</summary>
internal sealed class Call : IDisposable
{
    private readonly Engine _engine;
    private readonly Backend _backend;
    private readonly ITransfer? _transfer;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly int[] _openDims;
    private readonly bool _slotsWork;
    private bool _overridden;
    private bool _bound;
    private CallMeter _meter;

    public Call(Engine engine, Backend backend, BoundSession session)
    {
        (_engine, _backend, Session) = (engine, backend, session);
        _binding = session.Session.CreateIoBinding();
        _openDims = new int[engine.OpenDims.Length];
        Inputs = [.. engine.Info.Inputs.Select(input => Slot.ForInput(input, engine.OpenDims, session.Memory))];
        Outputs = [.. engine.Info.Outputs.Select(output => Slot.ForOutput(output, engine.Info, engine.OpenDims, session.Memory))];
        _slotsWork = Inputs.Concat(Outputs).Any(slot => slot.NeedsWork);
        _transfer = session.Memory.CreateTransfer(_binding, _options, [.. Inputs, .. Outputs]);
    }

    /// <summary>The session that it runs on.</summary>
    public BoundSession Session { get; }

    /// <summary>Whether it ever ran.</summary>
    public bool HasRun { get; private set; }

    public Slot[] Inputs { get; }

    public Slot[] Outputs { get; }

    /// <summary>Changes each time the call is given back, so that a stale lease is noticed.</summary>
    public int Lease { get; private set; }

    /// <summary>Binds buffers for these sizes of the open dims, unless they are bound already.</summary>
    public void Resize(ReadOnlySpan<int> openDims)
    {
        if (_bound && openDims.SequenceEqual(_openDims))
            return;
        openDims.CopyTo(_openDims);
        _bound = false;
        foreach (Slot slot in Inputs.Concat(Outputs))
            slot.Resize(openDims);
        Bind();
        _bound = true;
    }

    /// <summary>Puts a value in place of a default that the model has for an input, until the call is given back.</summary>
    public Slot Override(int index)
    {
        Slot slot = Inputs[index];
        slot.BindInput(_binding);
        _overridden = true;
        return slot;
    }

    /// <summary>The call is rented.</summary>
    public void Begin()
    {
        if (Metrics.CallDuration.Enabled || Metrics.CallAllocated.Enabled)
            _meter.Begin();
    }

    public void Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Metrics.RunDuration.Enabled || Spans.AreWanted)
            RunWatched(cancellationToken);
        else
            RunUnwatched(cancellationToken);
    }

    private void RunWatched(CancellationToken cancellationToken)
    {
        using Activity? span = Spans.Start("run", _engine);
        long start = Stopwatch.GetTimestamp();
        try
        {
            RunUnwatched(cancellationToken);
        }
        catch (Exception error)
        {
            span.Fail(error);
            throw;
        }
        Metrics.RunDuration.RecordSince(start, _engine);
    }

    private void RunUnwatched(CancellationToken cancellationToken)
    {
        if (_slotsWork)
        {
            foreach (Slot slot in Inputs)
                slot.BeforeRun(_binding);
            foreach (Slot slot in Outputs)
                slot.BeforeRun(_binding);
        }
        HasRun = true;
        if (_transfer is null)
            RunSession(cancellationToken);
        else
            RunBetweenTransfers(_transfer, cancellationToken);
        if (_slotsWork)
            TakeOutputs();
    }

    private void RunBetweenTransfers(ITransfer transfer, CancellationToken cancellationToken)
    {
        try
        {
            transfer.Upload(Inputs, _overridden);
            RunSession(cancellationToken);
            transfer.Download(Outputs);
        }
        catch
        {
            // Copies may still be under way; whoever has the buffers next must not meet them.
            transfer.Abandon();
            throw;
        }
    }

    private void RunSession(CancellationToken cancellationToken)
    {
        // Registering allocates, so only where the token can be cancelled at all.
        CancellationTokenRegistration registration = cancellationToken.CanBeCanceled
            ? cancellationToken.UnsafeRegister(static options => ((RunOptions)options!).Terminate = true, _options)
            : default;
        try
        {
            Session.Session.RunWithBinding(_options, _binding);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OnnxRuntimeException e)
        {
            throw Failed(e);
        }
        finally
        {
            registration.Dispose();
            if (cancellationToken.IsCancellationRequested)
                _options.Terminate = false;
        }
    }

    private ModelGenException Failed(OnnxRuntimeException e)
    {
        ModelGenException error = new(
            "The network failed while it ran", actual: e.Message, where: $"model '{_engine.Info.Name}'",
            remedy: "Check the values that went in, as indices beyond a table; the message names the node.", innerException: e);
        Metrics.CountError(_engine, error);
        return error;
    }

    private void TakeOutputs()
    {
        using IDisposableReadOnlyCollection<OrtValue> values = _binding.GetOutputValues();
        for (int i = 0; i < Outputs.Length; i++)
            Outputs[i].AfterRun(values[i]);
    }

    private void Bind()
    {
        _binding.ClearBoundInputs();
        _binding.ClearBoundOutputs();
        foreach (Slot slot in Inputs.Where(slot => !slot.Info.HasDefault))
            slot.BindInput(_binding);
        foreach (Slot slot in Outputs)
            slot.BindOutput(_binding);
    }

    public void Return()
    {
        Lease++;
        _meter.End(_engine);
        if (_overridden && !TryRestore())
            _backend.Discard(this);
        else
            _backend.Return(this);
    }

    /// <summary>Takes the overrides back; false when ONNX Runtime refuses, as it does out of memory.</summary>
    private bool TryRestore()
    {
        _overridden = false;
        try
        {
            Bind();
            return true;
        }
        catch (OnnxRuntimeException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (Slot slot in Inputs.Concat(Outputs))
            slot.Dispose();
        _binding.Dispose();
        _options.Dispose();
    }
}
