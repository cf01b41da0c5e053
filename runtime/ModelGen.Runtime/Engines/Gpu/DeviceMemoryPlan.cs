using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Buffers on the GPU that are bound once. Copies and the network are queued on one stream, with one wait at the end.</summary>
internal sealed class DeviceMemoryPlan(CudaStream stream) : IMemoryPlan
{
    public Slot CreateSlot(TensorInfo info, int openDim) => new DeviceSlot(stream, info, openDim);

    public ITransfer CreateTransfer(OrtIoBinding binding, RunOptions options, IReadOnlyList<Slot> slots)
    {
        // Outputs of late-known size are copied by ONNX Runtime itself: it has to wait for them then.
        if (slots.All(slot => slot is DeviceSlot))
            options.AddRunConfigEntry("disable_synchronize_execution_providers", "1");
        return new StreamTransfer(stream);
    }

    public void Dispose() => stream.Dispose();

    private sealed class StreamTransfer(CudaStream stream) : ITransfer
    {
        public void Upload(Slot[] inputs, bool withDefaults)
        {
            foreach (Slot input in inputs)
            {
                if (input is DeviceSlot slot && (withDefaults || !slot.Info.HasDefault))
                    slot.Upload();
            }
        }

        public void Download(Slot[] outputs)
        {
            foreach (Slot output in outputs)
            {
                if (output is DeviceSlot slot)
                    slot.Download();
            }
            stream.Synchronize();
        }

        public void Abandon()
        {
            try
            {
                stream.Synchronize();
            }
            catch (ModelGenException)
            {
                // The same failure again, most likely; the first one is told.
            }
        }
    }
}
