namespace ModelGen.Engines;

/// <summary>Where a CUDA graph may be recorded: a replay reads and writes the addresses and sizes of the recording, whatever was bound since.</summary>
internal static class CudaGraphRule
{
    /// <summary>Refuses what would replay stale numbers.</summary>
    /// <exception cref="ModelGenException">The model, or the way of transfer, does not allow it.</exception>
    public static void Check(LoadRequest request)
    {
        if (!request.Options.Cuda.CudaGraph)
            return;
        if (request.OpenDims.FirstOrDefault() is { } open)
            throw No(request, "every dim fixed", $"the open dim '{open}'", "Fix it with ModelGenShapes, or leave CudaOptions.CudaGraph off.");
        if (request.Options.Cuda.Transfer == TensorTransfer.Rebind)
            throw No(request, "TensorTransfer.DeviceBuffers", "TensorTransfer.Rebind, which gives each run other addresses", "Leave CudaOptions.Transfer at Auto.");
        if (request.Info.Inputs.Concat(request.Info.Outputs).FirstOrDefault(port => port.Type == ElementType.String) is { } text)
            throw No(request, "tensors of numbers", $"'{text.Name}', a tensor of strings", "Leave CudaOptions.CudaGraph off.");
        if (request.Info.Inputs.FirstOrDefault(port => port.HasDefault) is { } optional)
            throw No(request, "inputs that are always given", $"'{optional.Name}', which has a default in the model", "Leave CudaOptions.CudaGraph off.");
        if (request.Info.Outputs.FirstOrDefault(port => port.OpenDim is not null) is { } late)
            throw No(request, "outputs whose size is known before the run", $"'{late.Name}'", "Leave CudaOptions.CudaGraph off.");
    }

    private static ModelGenException No(LoadRequest request, string expected, string actual, string remedy) =>
        new("A CUDA graph can't be recorded for this model", expected, actual, $"model '{request.Info.Name}'", remedy);
}
