using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>The sizes of open dims that an engine is built for.</summary>
internal static class TensorRTProfiles
{
    // One engine for these took as long to build as one for a single size (79 s, and 86 s and 81 s for two sizes, on an H200).
    private static readonly DimRange s_default = new(1, 8, 32);

    /// <summary>The range of each open dim, by its name.</summary>
    /// <exception cref="ModelGenException">A range is upside down, or for a dim that the model does not have.</exception>
    public static ImmutableSortedDictionary<string, DimRange> For(LoadRequest request)
    {
        ImmutableSortedDictionary<string, DimRange> asked = request.Options.TensorRT.Profiles;
        string[] open = [.. request.OpenDims];
        foreach ((string dim, DimRange range) in asked)
        {
            if (!open.Contains(dim))
                throw Wrong(request, dim, open.Length == 0 ? "no range, since every dim is fixed" : $"one of the open dims: {string.Join(", ", open)}", $"a range for '{dim}'");
            if (range.Min < 1 || range.Opt < range.Min || range.Max < range.Opt)
                throw Wrong(request, dim, "1 ≤ Min ≤ Opt ≤ Max", $"{range.Min}, {range.Opt}, {range.Max}");
        }
        int most = Math.Max(s_default.Max, request.Options.Batching?.MaxBatch ?? 0);
        return open.ToImmutableSortedDictionary(dim => dim, dim => asked.TryGetValue(dim, out DimRange range) ? range : s_default with { Max = most });
    }

    /// <summary>The provider's settings; none where every dim is fixed.</summary>
    public static IEnumerable<KeyValuePair<string, string>> SettingsFor(LoadRequest request)
    {
        ImmutableSortedDictionary<string, DimRange> ranges = For(request);
        if (ranges.IsEmpty)
            yield break;
        TensorInfo[] inputs = [.. request.Info.Inputs.Where(input => input.OpenDim is not null)];
        if (inputs.FirstOrDefault(input => input.Name.AsSpan().IndexOfAny(':', ',') >= 0) is { } odd)
        {
            throw new ModelGenException(
                "TensorRT's profiles can't name this input",
                expected: "a name without ':' and ','",
                actual: $"'{odd.Name}', whose first dim is open",
                where: $"model '{request.Info.Name}'",
                remedy: "Fix the dim with ModelGenShapes, or rename the input in the model.");
        }
        yield return new("trt_profile_min_shapes", Shapes(inputs, dim => ranges[dim].Min));
        yield return new("trt_profile_opt_shapes", Shapes(inputs, dim => ranges[dim].Opt));
        yield return new("trt_profile_max_shapes", Shapes(inputs, dim => ranges[dim].Max));
    }

    private static string Shapes(TensorInfo[] inputs, Func<string, int> size) =>
        string.Join(',', inputs.Select(input => $"{input.Name}:{string.Join('x', input.DimsFor(size(input.OpenDim!)))}"));

    private static ModelGenException Wrong(LoadRequest request, string dim, string expected, string actual) => new(
        $"The range of TensorRTOptions.Profiles for '{dim}' does not fit the model", expected, actual, $"model '{request.Info.Name}'", "Change the option.");
}
