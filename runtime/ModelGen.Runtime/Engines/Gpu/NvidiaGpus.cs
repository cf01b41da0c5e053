using System.Globalization;
using System.Text;

namespace ModelGen.Engines;

/// <summary>NVIDIA's GPUs, from the driver's own libraries: they are there wherever the driver is, with or without CUDA's toolkit.</summary>
/// <remarks>ONNX Runtime tells neither the GPU's name nor the driver's version, and an engine hangs on both.</remarks>
internal sealed unsafe class NvidiaGpus : IGpuProbe
{
    // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR and _MINOR of cuda.h.
    private const int MajorAttribute = 75;
    private const int MinorAttribute = 76;
    private const int TextLength = 256;

    /// <summary>The one there is.</summary>
    public static NvidiaGpus Instance { get; } = new();

    public GpuInfo Describe(int deviceId)
    {
        NativeFunctions driver = NativeFunctions.Load(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1");
        var init = (delegate* unmanaged<uint, int>)driver.Find("cuInit");
        var count = (delegate* unmanaged<int*, int>)driver.Find("cuDeviceGetCount");
        var get = (delegate* unmanaged<int*, int, int>)driver.Find("cuDeviceGet");
        var name = (delegate* unmanaged<byte*, int, int, int>)driver.Find("cuDeviceGetName");
        var attribute = (delegate* unmanaged<int*, int, int, int>)driver.Find("cuDeviceGetAttribute");

        int devices = 0, device = 0, major = 0, minor = 0;
        Check(init(0), "cuInit");
        Check(count(&devices), "cuDeviceGetCount");
        if (deviceId < 0 || deviceId >= devices)
            throw new ProviderUnavailableException($"there is no GPU {deviceId}; {devices} are visible", "Choose one with CudaOptions.DeviceId, and mind CUDA_VISIBLE_DEVICES.");
        Check(get(&device, deviceId), "cuDeviceGet");
        Check(attribute(&major, MajorAttribute, device), "cuDeviceGetAttribute");
        Check(attribute(&minor, MinorAttribute, device), "cuDeviceGetAttribute");
        byte* text = stackalloc byte[TextLength];
        Check(name(text, TextLength, device), "cuDeviceGetName");
        return new GpuInfo(Text(text), string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}"), DriverVersion());
    }

    public Version TensorRT()
    {
        NativeFunctions library = OperatingSystem.IsWindows()
            ? NativeFunctions.Load("nvinfer_10.dll", "nvinfer_11.dll")
            : NativeFunctions.Load("libnvinfer.so.10", "libnvinfer.so.11");
        var version = (delegate* unmanaged<int>)library.Find("getInferLibVersion");
        // NV_TENSORRT_VERSION of NvInferVersion.h since 10.0: major × 10,000 + minor × 100 + patch.
        int number = version();
        return new Version(number / 10_000, number / 100 % 100, number % 100);
    }

    private static string DriverVersion()
    {
        NativeFunctions management = NativeFunctions.Load(OperatingSystem.IsWindows() ? "nvml.dll" : "libnvidia-ml.so.1");
        var init = (delegate* unmanaged<int>)management.Find("nvmlInit_v2");
        var version = (delegate* unmanaged<byte*, uint, int>)management.Find("nvmlSystemGetDriverVersion");
        var shutdown = (delegate* unmanaged<int>)management.Find("nvmlShutdown");
        Check(init(), "nvmlInit_v2");
        try
        {
            byte* text = stackalloc byte[TextLength];
            Check(version(text, TextLength), "nvmlSystemGetDriverVersion");
            return Text(text);
        }
        finally
        {
            _ = shutdown();
        }
    }

    private static string Text(byte* text)
    {
        ReadOnlySpan<byte> bytes = new(text, TextLength);
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    private static void Check(int status, string function)
    {
        if (status != 0)
            throw new ProviderUnavailableException($"{function} of the NVIDIA driver failed with code {status}", "See whether nvidia-smi lists the GPU; in a container, run it with the NVIDIA runtime.");
    }
}
