extern alias runtime;

using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>Makes ONNX Runtime's sessions.</summary>
internal static class Sessions
{
    /// <summary>Loads a model.</summary>
    /// <exception cref="UserFault">ONNX Runtime is not there, lacks the provider, or refuses the model; or the provider takes no precision.</exception>
    internal static InferenceSession Open(string path, ModelFacts facts, ExecutionProvider provider, R.Precision? precision)
    {
        Start();
        // What goes wrong comes as an exception; the log would say it a second time.
        using SessionOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        // TensorRT and the memory planner make use of sizes that are known before the first run.
        foreach (FixedDim dim in facts.FixedDims)
            options.AddFreeDimensionOverrideByName(dim.Name, dim.Size);
        Append(options, provider, precision);
        try
        {
            return new InferenceSession(path, options);
        }
        // The managed part throws other exceptions too, for element types that it has no name for.
        catch (Exception exception) when (exception is OnnxRuntimeException or NotSupportedException or ArgumentException or NullReferenceException or KeyNotFoundException)
        {
            throw new UserFault($"ONNX Runtime {Version} can't load {Printable.Quote(path)}: {Printable.Line(exception.Message)} "
                + "Check that it knows the model's operators and opset, and that files with weights lie beside the model.", exception);
        }
    }

    private static string Version => OrtEnv.Instance().GetVersionString();

    /// <summary>Loads ONNX Runtime itself.</summary>
    /// <exception cref="UserFault">Its native library is not there.</exception>
    internal static void Start()
    {
        try
        {
            // Official builds send events to Microsoft unless they are told not to (Privacy.md of the package). Nobody who looks at a model has agreed to that.
            OrtEnv.Instance().DisableTelemetryEvents();
        }
        catch (Exception exception) when (Root(exception) is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new UserFault($"ONNX Runtime's native library can't be loaded: {Printable.Line(Root(exception).Message.Split('\n')[0])} "
                + "This tool has it for Windows, Linux (glibc) and macOS on x64 and Arm64, without macOS on x64.", exception);
        }
    }

    private static void Append(SessionOptions options, ExecutionProvider provider, R.Precision? precision)
    {
        if (precision is not null && provider != ExecutionProvider.TensorRt)
        {
            throw new UserFault($"--precision has no effect on {(provider == ExecutionProvider.Cuda ? "CUDA" : "the CPU")}, which computes in the numbers that the model has. "
                + "TensorRT has a choice: --provider tensorrt.");
        }
        try
        {
            if (provider == ExecutionProvider.TensorRt)
                AppendTensorRT(options, precision);
            if (provider != ExecutionProvider.Cpu)
                options.AppendExecutionProvider_CUDA(0);
        }
        catch (Exception exception) when (exception is OnnxRuntimeException or EntryPointNotFoundException or NotSupportedException)
        {
            string name = provider == ExecutionProvider.Cuda ? "CUDA" : "TensorRT";
            throw new UserFault($"There is no {name} in this tool's ONNX Runtime {Version}: {Printable.Line(exception.Message)} "
                + "It was packed with Microsoft.ML.OnnxRuntime, which computes on the CPU. The package Microsoft.ML.OnnxRuntime.Gpu of the same version has CUDA and TensorRT: "
                + "reference it in your program, or pack this tool with it. Without --provider the model runs on the CPU.", exception);
        }
    }

    private static void AppendTensorRT(SessionOptions options, R.Precision? precision)
    {
        using OrtTensorRTProviderOptions settings = new();
        string? name = precision switch
        {
            R.Precision.Float16 => "trt_fp16_enable",
            R.Precision.BFloat16 => "trt_bf16_enable",
            R.Precision.Int8 => "trt_int8_enable",
            _ => null,
        };
        if (name is not null)
            settings.UpdateOptions(new Dictionary<string, string> { [name] = "1" });
        options.AppendExecutionProvider_Tensorrt(settings);
    }

    private static Exception Root(Exception exception) => exception is TypeInitializationException { InnerException: { } inner } ? Root(inner) : exception;
}
