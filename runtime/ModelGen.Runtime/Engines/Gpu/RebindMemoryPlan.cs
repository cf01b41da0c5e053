using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>ONNX Runtime copies by itself: inputs when they are bound, so they are bound again before each run; outputs at its end.</summary>
/// <remarks>Binding allocates some bytes a tensor, which <see cref="DeviceMemoryPlan"/> does not.</remarks>
internal sealed class RebindMemoryPlan(ICudaRuntime cuda) : IMemoryPlan
{
    public Slot CreateSlot(TensorInfo info, int openDim) => new PageLockedSlot(cuda, info, openDim);

    public ITransfer CreateTransfer(OrtIoBinding binding, RunOptions options, IReadOnlyList<Slot> slots) => new BindingTransfer(binding);

    public void Dispose() { }

    private sealed class BindingTransfer(OrtIoBinding binding) : ITransfer
    {
        public void Upload(Slot[] inputs, bool withDefaults)
        {
            foreach (Slot input in inputs)
            {
                if (withDefaults || !input.Info.HasDefault)
                    input.BindInput(binding);
            }
        }

        public void Download(Slot[] outputs) { }

        public void Abandon() { }
    }
}
