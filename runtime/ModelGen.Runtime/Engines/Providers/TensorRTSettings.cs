using System.Collections.Immutable;
using System.Globalization;

namespace ModelGen.Engines;

/// <summary>TensorRT's settings in the provider's own words. Names and meanings: onnxruntime.ai/docs/execution-providers/TensorRT-ExecutionProvider.html.</summary>
internal static class TensorRTSettings
{
    // "1" and "0": the C API's parser takes them, and no other words, for switches.
    private const string On = "1";

    /// <summary>Those that shape the engine, and so belong to its key.</summary>
    /// <exception cref="ModelGenException">A setting does not fit the model, or TensorRT's version.</exception>
    public static ImmutableSortedDictionary<string, string> ForEngine(LoadRequest request, Version version)
    {
        TensorRTOptions options = request.Options.TensorRT;
        Check(request, options, version);
        ImmutableSortedDictionary<string, string>.Builder settings = ImmutableSortedDictionary.CreateBuilder<string, string>();
        settings["trt_builder_optimization_level"] = Text(options.BuilderLevel);
        settings["trt_max_workspace_size"] = Text(options.MaxWorkspaceBytes);
        if (options.HardwareCompatible)
            settings["trt_engine_hw_compatible"] = On;
        if (options.DlaCore is { } core)
        {
            settings["trt_dla_enable"] = On;
            settings["trt_dla_core"] = Text(core);
        }
        AddPrecision(settings, request, options);
        foreach ((string key, string shapes) in TensorRTProfiles.SettingsFor(request))
            settings[key] = shapes;
        foreach ((string key, string value) in request.Options.ProviderSettings)
            settings[key] = value;
        return settings.ToImmutable();
    }

    /// <summary>Those that say how an engine is run.</summary>
    public static ImmutableSortedDictionary<string, string> ForRuns(LoadRequest request, CudaStream? stream)
    {
        ImmutableSortedDictionary<string, string>.Builder settings = ImmutableSortedDictionary.CreateBuilder<string, string>();
        settings["device_id"] = Text(request.Options.Cuda.DeviceId);
        if (request.Options.Cuda.CudaGraph)
            settings["trt_cuda_graph_enable"] = On;
        if (stream is not null)
        {
            settings["has_user_compute_stream"] = On;
            settings["user_compute_stream"] = stream.Address;
        }
        return settings.ToImmutable();
    }

    /// <summary>Those that make the provider keep its engines in a folder.</summary>
    /// <param name="folder">The folder; relative to the context model where one is written.</param>
    public static ImmutableSortedDictionary<string, string> ForCache(string folder) => ImmutableSortedDictionary<string, string>.Empty
        .Add("trt_engine_cache_enable", On)
        .Add("trt_engine_cache_path", folder);

    /// <summary>Those that make it write a context model, which refers to the engine by a relative path: an absolute one can't be loaded.</summary>
    /// <param name="contextModel">The file to write.</param>
    public static ImmutableSortedDictionary<string, string> ForContext(string contextModel) => ImmutableSortedDictionary<string, string>.Empty
        .Add("trt_dump_ep_context_model", On)
        .Add("trt_ep_context_file_path", contextModel)
        // 0: the engine stays a file of its own; inside the model it loads three times slower, and 2 GiB are the limit.
        .Add("trt_ep_context_embed_mode", "0");

    /// <summary>Those that keep measurements of kernels in a folder.</summary>
    public static ImmutableSortedDictionary<string, string> ForTiming(string folder) => ImmutableSortedDictionary<string, string>.Empty
        .Add("trt_timing_cache_enable", On)
        .Add("trt_timing_cache_path", folder);

    private static void AddPrecision(ImmutableSortedDictionary<string, string>.Builder settings, LoadRequest request, TensorRTOptions options)
    {
        switch (request.Precision)
        {
            case Precision.Float16:
                settings["trt_fp16_enable"] = On;
                break;
            case Precision.BFloat16:
                settings["trt_bf16_enable"] = On;
                break;
            case Precision.Int8:
                settings["trt_int8_enable"] = On;
                if (options.CalibrationTable is { } table)
                {
                    settings["trt_int8_calibration_table_name"] = table;
                    settings["trt_int8_use_native_calibration_table"] = On;
                }
                break;
        }
    }

    private static void Check(LoadRequest request, TensorRTOptions options, Version version)
    {
        if (options.BuilderLevel is < 0 or > 5)
            throw Wrong(request, nameof(options.BuilderLevel), "0 to 5", Text(options.BuilderLevel));
        if (options.MaxWorkspaceBytes < 0)
            throw Wrong(request, nameof(options.MaxWorkspaceBytes), "0 for all memory, or bytes", Text(options.MaxWorkspaceBytes));
        if (options.Contexts < 1)
            throw Wrong(request, nameof(options.Contexts), "1 or more", Text(options.Contexts));
        // TensorRT 11 has no builder flags for precision any more ("strongly typed" networks only).
        if (version.Major >= 11 && request.Precision is not (Precision.Default or Precision.Float32))
        {
            throw new ModelGenException(
                $"The precision {request.Precision} has no effect on TensorRT {version}",
                expected: "TensorRT 10, or a model whose own numbers are lower",
                actual: $"TensorRT {version}, which computes in the numbers of the model",
                where: $"model '{request.Info.Name}'",
                remedy: "Leave ModelGenPrecision and ModelOptions.Precision out, and convert the model itself to float16 or quantise it.");
        }
    }

    private static ModelGenException Wrong(LoadRequest request, string option, string expected, string actual) => new(
        $"TensorRTOptions.{option} is out of range", expected, actual, $"model '{request.Info.Name}'", "Change the option.");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
