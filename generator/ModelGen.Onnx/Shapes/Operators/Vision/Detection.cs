namespace ModelGen.Onnx.Operators;

/// <summary>Operators on regions of images and on boxes.</summary>
internal static class Detection
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Detection",
    [
        new("MaxRoiPool", [1, 22], MaxRoiPool),
        new("RoiAlign", [10, 16, 22], RoiAlign),
        new("NonMaxSuppression", [10, 11], NonMaxSuppression) { DataDependent = "the number of boxes that are selected" },
    ]);

    private static void MaxRoiPool(NodeContext node)
    {
        if (node.Ints("pooled_shape") is not { Length: 2 } sizes)
            throw node.Fail("needs two numbers in pooled_shape");
        Regions(node, node.Shape(1, rank: 2).At(0), sizes[0], sizes[1]);
    }

    private static void RoiAlign(NodeContext node)
    {
        Dim count = node.Shape(1, rank: 2).At(0);
        Dim indices = node.Shape(2, rank: 1).At(0);
        Regions(node, count.Or(indices), node.Int("output_height", 1), node.Int("output_width", 1));
    }

    private static void Regions(NodeContext node, Dim count, long height, long width)
    {
        if (height < 1 || width < 1)
            throw node.Fail($"needs an output of at least 1×1 for each region, but has {height}×{width}");
        node.Set(0, node.Element(0), count, node.Shape(0, rank: 4).At(1), Dim.Known(height), Dim.Known(width));
    }

    private static void NonMaxSuppression(NodeContext node)
    {
        node.Shape(0, rank: 3);
        node.Shape(1, rank: 3);
        // Without max_output_boxes_per_class it is 0: nothing is selected (NonMaxSuppression-10).
        bool none = !node.Has(2) || node.Single(2).Integer <= 0;
        node.Lose("selects as many boxes as pass its thresholds, which is only known when it runs");
        node.Set(0, ElementType.Int64, none ? Dim.Known(0) : Dim.Unknown, Dim.Known(3));
    }
}
