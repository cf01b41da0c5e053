namespace ModelGen.Cli;

/// <summary>What computes.</summary>
internal enum ExecutionProvider
{
    /// <summary>The processor.</summary>
    Cpu,
    /// <summary>An NVIDIA GPU through CUDA.</summary>
    Cuda,
    /// <summary>An NVIDIA GPU through TensorRT, with CUDA for what TensorRT lacks.</summary>
    TensorRt,
}
