namespace ModelGen.Onnx.Operators;

/// <summary>Operators that stretch, sample and decode images.</summary>
internal static class Resizing
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Resizing and sampling",
    [
        new("Resize", [10, 11, 13, 18, 19], ResizeRule.Resize),
        new("Upsample", [1, 7, 9, 10], ResizeRule.Upsample),
        new("GridSample", [16, 20, 22], GridSample),
        new("AffineGrid", [20], AffineGrid),
        new("ImageDecoder", [20], ImageDecoder) { DataDependent = "the height and width of the image" },
    ]);

    private static void GridSample(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 3), grid = node.ShapeFrom(1, 3);
        if (shape is not null && grid is not null && shape.Rank != grid.Rank)
            throw node.Fail($"needs a grid of as many dims as its input has, but they are {shape} and {grid}");
        if (shape is null && grid is null)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        var dims = new Dim[(shape ?? grid!).Rank];
        dims[0] = shape.At(0).Or(grid.At(0));
        dims[1] = shape.At(1);
        for (int i = 2; i < dims.Length; i++)
            dims[i] = grid.At(i - 1);
        node.Set(0, node.Element(0), dims);
    }

    // From N × C × spatial dims to N × spatial dims × coordinates.
    private static void AffineGrid(NodeContext node)
    {
        TensorShape? theta = node.Shape(0, rank: 3), sizes = node.Shape(1, rank: 1);
        long? count = sizes?.Dims[0].Size ?? theta?.Dims[2].Size + 1;
        if (count is not null and not 4 and not 5)
            throw node.Fail($"needs the sizes of a batch of images or volumes, 4 or 5 numbers, but {node.Name(1)} has {count}");
        if (count is not long rank)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        var dims = new Dim[rank];
        PartialTensor? value = node.Value(1);
        if (value is null)
            node.LoseFor(1);
        dims[0] = (value?[0].ToDim() ?? Dim.Unknown).Or(theta.At(0));
        for (int i = 1; i < rank - 1; i++)
            dims[i] = value?[i + 1].ToDim() ?? Dim.Unknown;
        dims[rank - 1] = Dim.Known(rank - 2);
        node.Set(0, node.Element(0), dims);
    }

    private static void ImageDecoder(NodeContext node)
    {
        node.Lose("decodes an image, whose size is only known when it runs");
        node.Set(0, ElementType.UInt8, Dim.Unknown, Dim.Unknown, Dim.Known(node.Text("pixel_format", "RGB") == "Grayscale" ? 1 : 3));
    }
}
