extern alias runtime;

using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>What the runtime needs to load a model that no class was generated for. Such a model is profiled, compared or built; its calls are not rented.</summary>
internal static class RuntimeModel
{
    /// <summary>The runtime's description of a model.</summary>
    /// <param name="path">The file.</param>
    /// <param name="facts">What was read of it.</param>
    internal static R.ModelInfo Info(string path, ModelFacts facts)
    {
        Sessions.Start();
        return new()
        {
            Name = Printable.Line(Path.GetFileNameWithoutExtension(path), Printable.NameLength),
            FileName = Path.GetFullPath(path),
            Sha256 = ModelHash.Sha256(path),
            Inputs = [.. facts.Inputs.Select(input => Tensor(input.Name, input.Type, input.HasDefault)).OfType<R.TensorInfo>()],
            Outputs = [.. facts.Outputs.Select(output => Tensor(output.Name, output.Type, hasDefault: false)).OfType<R.TensorInfo>()],
            FixedDims = [.. facts.FixedDims.Select(dim => KeyValuePair.Create(dim.Name, dim.Size))],
            WeightFiles = [.. facts.ExternalFiles],
            Opsets = [.. facts.Opsets.Select(opset => opset.ToString())],
            Producer = facts.Producer,
            ParameterCount = facts.ParameterCount,
        };
    }

    /// <summary>How the runtime loads it. The file was hashed a moment ago, so that it is not hashed again.</summary>
    internal static R.ModelOptions Options(ExecutionProvider provider, R.Precision? precision) => new()
    {
        VerifyModelFile = false,
        Provider = provider switch
        {
            ExecutionProvider.Cuda => R.Provider.Cuda,
            ExecutionProvider.TensorRt => R.Provider.TensorRT,
            _ => R.Provider.Cpu,
        },
        Precision = precision,
        // What goes wrong comes as an exception; the log would say it a second time.
        ConfigureSession = settings => settings.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
    };

    /// <summary>Values for every input: those of files, and random ones.</summary>
    /// <param name="feeds">The inputs, with the shapes that they get.</param>
    /// <param name="seed">Equal seeds give equal numbers.</param>
    internal static ImmutableArray<NamedTensor> Inputs(IEnumerable<Feed> feeds, int seed) => [.. feeds.Select(feed => Input(feed, seed))];

    private static NamedTensor Input(Feed feed, int seed)
    {
        R.ElementType type = (R.ElementType)(int)feed.Element;
        if (feed.Array is not { } array)
            return NamedTensor.Random(feed.Name, type, seed, feed.Shape);
        if (feed.Element == ElementType.String)
            return NamedTensor.FromStrings(feed.Name, array.Strings, feed.Shape);
        if (feed.Element != ElementType.BFloat16)
            return NamedTensor.FromBytes(feed.Name, type, array.Data, feed.Shape);
        byte[] narrow = new byte[array.Data.Length / 2];
        Tensors.Narrow(array.Data, narrow);
        return NamedTensor.FromBytes(feed.Name, type, narrow, feed.Shape);
    }

    // Null for what is no tensor: the runtime has no place for sequences and maps, and needs none for what it does here.
    private static R.TensorInfo? Tensor(string name, Onnx.ValueType type, bool hasDefault) => type is TensorType { Shape: { } shape } tensor
        ? new R.TensorInfo(name, (R.ElementType)(int)tensor.Element, [.. shape.Dims.Select(Size)], hasDefault)
        : null;

    private static R.DimInfo Size(Dim dim) => dim.Size is <= int.MaxValue and { } size ? (int)size : dim.Symbol ?? "?";
}
