using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.GpuCheck;

/// <summary>Makes the description of a model that has no generated class, from what ONNX Runtime tells of it on the CPU.</summary>
internal static class ModelReader
{
    /// <summary>Reads a model. Open dims that have names are fixed to 1.</summary>
    /// <exception cref="CheckSkippedException">It can't be checked, and why.</exception>
    public static CheckModel Read(string path)
    {
        ImmutableArray<string> weights = WeightBytes.FilesOf(path);
        try
        {
            ImmutableArray<string> open = OpenDims(path);
            ModelInfo info = Describe(path, weights, open, batch: null);
            return new CheckModel(path, info, TryOpen(path, weights, open, info));
        }
        catch (OnnxRuntimeException e)
        {
            throw new CheckSkippedException($"ONNX Runtime can't load it on the CPU: {e.Message}");
        }
    }

    private static ImmutableArray<string> OpenDims(string path)
    {
        using InferenceSession session = Open(path, []);
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach ((string input, NodeMetadata data) in session.InputMetadata)
        {
            for (int i = 0; data.IsTensor && i < data.Dimensions.Length; i++)
            {
                if (data.Dimensions[i] >= 0)
                    continue;
                if (data.SymbolicDimensions[i].Length == 0)
                    throw new CheckSkippedException($"dim {i} of '{input}' is open and has no name, so that it can't be fixed");
                names.Add(data.SymbolicDimensions[i]);
            }
        }
        return [.. names];
    }

    // Where the dim is not the first one everywhere, the model has no batch to leave open.
    private static ModelInfo? TryOpen(string path, ImmutableArray<string> weights, ImmutableArray<string> open, ModelInfo info)
    {
        foreach (string name in open.OrderByDescending(name => name.StartsWith("batch", StringComparison.OrdinalIgnoreCase)))
        {
            try
            {
                ModelInfo opened = Describe(path, weights, open.Remove(name), name);
                if (opened.Inputs[0].OpenDim == name && opened.Outputs.All(output => output.OpenDim == name))
                    return opened with { Name = info.Name + "-open" };
            }
            catch (CheckSkippedException)
            {
                // Another dim may do.
            }
        }
        return null;
    }

    private static ModelInfo Describe(string path, ImmutableArray<string> weights, ImmutableArray<string> fix, string? batch)
    {
        ImmutableArray<KeyValuePair<string, long>> fixedDims = [.. fix.Select(name => KeyValuePair.Create(name, 1L))];
        using InferenceSession session = Open(path, fixedDims);
        return new ModelInfo
        {
            Name = Path.GetFileNameWithoutExtension(path),
            FileName = Path.GetFileName(path),
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
            Inputs = [.. session.InputNames.Select(name => Port(name, session.InputMetadata[name], batch))],
            Outputs = [.. session.OutputNames.Select(name => Port(name, session.OutputMetadata[name], batch))],
            FixedDims = fixedDims,
            WeightFiles = weights,
        };
    }

    private static TensorInfo Port(string name, NodeMetadata data, string? batch)
    {
        if (!data.IsTensor)
            throw new CheckSkippedException($"'{name}' is no tensor");
        var type = (ElementType)(int)data.ElementDataType;
        if (!ModelGen.Engines.Elements.AreNumbers(type))
            throw new CheckSkippedException($"'{name}' holds {type}, which the checks can't compare");
        ImmutableArray<DimInfo>.Builder dims = ImmutableArray.CreateBuilder<DimInfo>();
        for (int i = 0; i < data.Dimensions.Length; i++)
        {
            if (data.Dimensions[i] >= 0)
                dims.Add(data.Dimensions[i]);
            else if (i == 0 && batch is not null && data.SymbolicDimensions[i] == batch)
                dims.Add(batch);
            else
                throw new CheckSkippedException($"the size of dim {i} of '{name}' is known only after a run");
        }
        return new TensorInfo(name, type, dims.ToImmutable());
    }

    private static InferenceSession Open(string path, ImmutableArray<KeyValuePair<string, long>> fixedDims)
    {
        using SessionOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        foreach ((string name, long size) in fixedDims)
            options.AddFreeDimensionOverrideByName(name, size);
        return new InferenceSession(path, options);
    }
}
