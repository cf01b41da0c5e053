using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>How much of a GPU's memory is free.</summary>
internal static unsafe class GpuMemory
{
    /// <summary>Free bytes of the current GPU, for all processes together.</summary>
    /// <exception cref="CheckFailedException">CUDA does not tell.</exception>
    public static long Free()
    {
        NativeFunctions library = OperatingSystem.IsWindows()
            ? NativeFunctions.Load("cudart64_13.dll", "cudart64_12.dll")
            : NativeFunctions.Load("libcudart.so.13", "libcudart.so.12");
        var info = (delegate* unmanaged<nuint*, nuint*, int>)library.Find("cudaMemGetInfo");
        nuint free, total;
        int status = info(&free, &total);
        return status == 0 ? (long)free : throw new CheckFailedException($"cudaMemGetInfo failed with code {status}");
    }
}
