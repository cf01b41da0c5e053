using System.Globalization;

namespace ModelGen.Onnx.Operators;

/// <summary>Resize and its predecessor Upsample, with ONNX Runtime's arithmetic: float32 products, truncated, where the specification takes the floor of exact ones.</summary>
internal static class ResizeRule
{
    /// <summary>Resize: version 10 has scales only; later ones regions, scales and sizes, of which an empty tensor counts as absent.</summary>
    public static void Resize(NodeContext node)
    {
        int scales = node.Opset < 11 ? 1 : 2;
        bool byScales = IsGiven(node, scales), bySizes = node.Opset >= 11 && IsGiven(node, 3);
        if (byScales && bySizes && node.Value(scales) is not null && node.Value(3) is not null)
            throw node.Fail("needs either scales or sizes, but has both");
        if (!byScales && !bySizes)
            throw node.Fail("needs scales or sizes, but has neither");

        TensorShape? shape = node.Shape(0);
        int input = bySizes ? 3 : scales;
        // Both may be there with one of them empty, which is only known when it runs.
        PartialTensor? values = byScales && bySizes ? node.Value(3) ?? node.Value(scales) : node.Value(input);
        if (values is null)
            node.LoseFor(input);
        Dim[]? dims = values is null ? Kept(node, shape)
            : values.Element == ElementType.Int64 || (bySizes && !byScales) ? BySizes(node, shape, values)
            : ByScales(node, shape, [.. values.Items.Select(item => (float?)item.Number)], least: 0);
        node.Set(0, node.Element(0), dims is null ? null : new TensorShape(new(dims)));
    }

    /// <summary>Upsample: scales are two attributes, then one, then an input.</summary>
    public static void Upsample(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        float?[]? scales = node.Floats("scales") is { } given ? [.. given.Select(scale => (float?)scale)]
            : node.Float("height_scale") is float height && node.Float("width_scale") is float width ? [1, 1, height, width]
            : node.Value(1) is { } values ? [.. values.Items.Select(item => (float?)item.Number)]
            : null;
        if (scales is null && !node.Has(1))
            throw node.Fail("has no scales");
        if (scales is null)
            node.LoseFor(1);
        Dim[]? dims = scales is null ? Kept(node, shape) : ByScales(node, shape, scales, least: 1);
        node.Set(0, node.Element(0), dims is null ? null : new TensorShape(new(dims)));
    }

    private static bool IsGiven(NodeContext node, int input) => node.Has(input) && node.Shape(input) is not { Rank: 1, Dims: [{ Size: 0 }] };

    // Nothing is known of the dims that are stretched; those that the attribute axes leaves out stay.
    private static Dim[]? Kept(NodeContext node, TensorShape? shape)
    {
        if (shape is null)
            return null;
        if (node.Ints("axes") is not { Length: > 0 } axes)
            return new Dim[shape.Rank];
        Dim[] dims = [.. shape.Dims];
        foreach (long axis in axes)
            dims[node.Axis(axis, shape.Rank)] = Dim.Unknown;
        return dims;
    }

    private static Dim[]? ByScales(NodeContext node, TensorShape? shape, float?[] scales, float least)
    {
        if (Array.Find(scales, scale => scale <= 0 || scale < least || scale is float.NaN or float.PositiveInfinity) is float wrong)
            throw node.Fail($"needs scales {(least > 0 ? "of at least 1" : "above 0")}, but has {wrong.ToString("R", CultureInfo.InvariantCulture)}");
        if (Targets(node, shape, scales.Length) is not { } axes)
            return null;
        Dim[] dims = shape is null ? new Dim[scales.Length] : [.. shape.Dims];
        for (int i = 0; i < scales.Length; i++)
            dims[axes[i]] = Scaled(dims[axes[i]], scales[i]);
        return dims;
    }

    private static Dim[]? BySizes(NodeContext node, TensorShape? shape, PartialTensor sizes)
    {
        if (Targets(node, shape, sizes.Count) is not { } axes)
            return null;
        Dim[] dims = shape is null ? new Dim[sizes.Count] : [.. shape.Dims];
        Dim[] targets = [.. sizes.Items.Select(size => size.ToDim())];
        if (Array.Find(sizes.Items, size => size.Integer < 0) is { IsKnown: true } wrong)
            throw node.Fail($"needs sizes from 0, but has {wrong}");
        string policy = node.Text("keep_aspect_ratio_policy", "stretch");
        if (policy != "stretch")
            targets = Keep(node, policy, [.. axes.Select(axis => dims[axis])], targets);
        for (int i = 0; i < targets.Length; i++)
            dims[axes[i]] = targets[i];
        return dims;
    }

    // One scale for all axes, the smallest or largest that was asked for; halves are rounded away from zero. Axes counted from the back are forgotten by
    // ONNX Runtime 1.31 here: their dims stay.
    private static Dim[] Keep(NodeContext node, string policy, Dim[] from, Dim[] to)
    {
        if (policy is not ("not_larger" or "not_smaller"))
            throw node.Fail($"has keep_aspect_ratio_policy={Printable.Quote(policy)}, which is none of stretch, not_larger and not_smaller");
        long[]? axes = node.Ints("axes") is { Length: > 0 } given ? given : null;
        int[] counted = [.. Enumerable.Range(0, from.Length).Where(i => axes is null || axes[i] >= 0)];
        Dim[] kept = [.. from];
        if (counted.Any(i => from[i].Size is null or 0 || to[i].Size is null or 0))
        {
            foreach (int i in counted)
                kept[i] = Dim.Unknown;
            return kept;
        }
        float[] scales = [.. counted.Select(i => (float)to[i].Size!.Value / from[i].Size!.Value)];
        float scale = scales.Length == 0 ? 1 : policy == "not_larger" ? scales.Min() : scales.Max();
        foreach (int i in counted)
            kept[i] = Dim.Known(ToSize(Math.Round((float)(scale * from[i].Size!.Value), MidpointRounding.AwayFromZero)));
        return kept;
    }

    // The axes that so many values are for; null when the rank is not known, and can't be learnt from the values.
    private static int[]? Targets(NodeContext node, TensorShape? shape, int count)
    {
        long[]? axes = node.Ints("axes") is { Length: > 0 } given ? given : null;
        if (axes is not null && axes.Length != count)
            throw node.Fail($"has {axes.Length} axes, but scales or sizes for {count}");
        if (axes is null && shape is not null && shape.Rank != count)
            throw node.Fail($"needs scales or sizes for the {shape.Rank} dims of {node.Name(0)}, but has {count}");
        if (axes is null)
            return [.. Enumerable.Range(0, count)];
        return shape is null ? null : [.. axes.Select(axis => node.Axis(axis, shape.Rank))];
    }

    private static Dim Scaled(Dim dim, float? scale) => scale is not float factor ? Dim.Unknown : factor == 1 ? dim
        : dim.Size is long size ? Dim.Known(ToSize((float)(factor * size))) : Dim.Unknown;

    // A float beyond 2^63 has no integer to truncate to.
    private static long ToSize(double size) => size < 9.2e18 ? (long)size : throw new OverflowException();
}
