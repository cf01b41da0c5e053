using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Seeds that are written here: small graphs in which shapes are computed in ways that exporters use.</summary>
internal static class BuiltModels
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ModelProto> All => [ShapeArithmetic(), LoopOfScans(), Calls()];

    // Reshape to a shape that is gathered, multiplied and concatenated, as torch exports view().
    private static ModelProto ShapeArithmetic()
    {
        ModelProto model = Empty("shape-arithmetic", "batch", 3, 8, 8);
        string shape = model.Add("Shape", ["x"]);
        string batch = model.Add("Gather", [shape, model.Ints(false, 0)], Graft.Int("axis", 0));
        string rest = model.Add("ReduceProd", [model.Add("Slice", [shape, model.Ints(false, 1), model.Ints(false, long.MaxValue)])]);
        string target = model.Add("Concat", [batch, rest, model.Ints(false, -1)], Graft.Int("axis", 0));
        model.Expose(model.Add("Reshape", ["x", target]));
        model.Expose(model.Add("Expand", ["x", model.Add("Mul", [shape, model.Ints(false, 1, 1, 1, 1)])]));
        model.Expose(model.Add("Range", [model.Ints(true, 0), model.Add("Squeeze", [batch]), model.Ints(true, 1)]));
        return model;
    }

    private static ModelProto LoopOfScans()
    {
        ModelProto model = Empty("loop", 2, 4);
        var body = new GraphProto { Name = "body", Input = { Value("i"), Value("c"), Value("s") }, Output = { Value("c2"), Value("s2"), Value("row") } };
        body.Node.Add(new NodeProto { OpType = "Identity", Input = { "c" }, Output = { "c2" } });
        body.Node.Add(new NodeProto { OpType = "Concat", Input = { "s", "s" }, Output = { "s2" }, Attribute = { Graft.Int("axis", 0) } });
        body.Node.Add(new NodeProto { OpType = "ReduceSum", Input = { "s" }, Output = { "row" } });
        model.Graph.Node.Add(new NodeProto { OpType = "Loop", Input = { model.Ints(true, 5), "", "x" }, Output = { "last", "rows" }, Attribute = { Graft.Body("body", body) } });
        model.Expose("last");
        model.Expose("rows");
        return model;
    }

    private static ModelProto Calls()
    {
        ModelProto model = Empty("calls", "n", 4);
        for (int i = 0; i < 4; i++)
            new FunctionChains().Mutate(model, null!, new Random(i));
        return model;
    }

    private static ModelProto Empty(string name, params object[] dims)
    {
        var shape = new TensorShapeProto();
        foreach (object dim in dims)
            shape.Dim.Add(dim is int size ? new TensorShapeProto.Types.Dimension { DimValue = size } : new TensorShapeProto.Types.Dimension { DimParam = (string)dim });
        ValueInfoProto input = Value("x");
        input.Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = 1, Shape = shape } };
        return new ModelProto { IrVersion = 10, OpsetImport = { new OperatorSetIdProto { Version = 21 } }, Graph = new GraphProto { Name = name, Input = { input } } };
    }

    private static ValueInfoProto Value(string name) => new() { Name = name };
}
