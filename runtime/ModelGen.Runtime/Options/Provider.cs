namespace ModelGen;

/// <summary>What computes: TensorRT, CUDA, the CPU, or a plug-in by its name.</summary>
/// <param name="Name">The name for people and for the command line: <c>TensorRT</c>, <c>CUDA</c>, <c>CPU</c>, or ONNX Runtime's name of the plug-in.</param>
public sealed record Provider(string Name)
{
    /// <summary>The best of TensorRT, CUDA and the CPU that really loads. <see cref="Engines.Engine.Report"/> says what was tried and why it was not taken.</summary>
    public static Provider Auto { get; } = new("Auto");

    /// <summary>NVIDIA TensorRT: compiles the network for this very GPU, which takes from seconds to minutes the first time.</summary>
    public static Provider TensorRT { get; } = new("TensorRT");

    /// <summary>NVIDIA CUDA: ONNX Runtime's own kernels on the GPU.</summary>
    public static Provider Cuda { get; } = new("CUDA");

    /// <summary>The CPU. It is always there.</summary>
    public static Provider Cpu { get; } = new("CPU");

    /// <summary>The library that a plug-in comes in; null for those that are part of ONNX Runtime or have been registered by the program.</summary>
    public string? LibraryPath { get; init; }

    /// <summary>A provider in a library of its own, such as OpenVINO, DirectML, WebGPU or TensorRT-RTX.</summary>
    /// <param name="name">ONNX Runtime's name of it: <c>OpenVINOExecutionProvider</c>.</param>
    /// <param name="libraryPath">The library; null when the program has registered it with <c>OrtEnv.RegisterExecutionProviderLibrary</c>.</param>
    public static Provider Plugin(string name, string? libraryPath = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name) { LibraryPath = libraryPath };
    }

    /// <summary>The provider of that name, in any case: <c>auto</c>, <c>tensorrt</c>, <c>cuda</c>, <c>cpu</c>; any other name is a plug-in's.</summary>
    public static Provider Parse(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Known.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)) ?? Plugin(name);
    }

    /// <summary>Whether it comes as a plug-in.</summary>
    public bool IsPlugin => !Known.Contains(this);

    private static Provider[] Known => [Auto, TensorRT, Cuda, Cpu];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
