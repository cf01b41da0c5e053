namespace ModelGen.Onnx.Operators;

/// <summary>ONNX Runtime's operators of builds for several devices, each of which runs a part of the model (collective_defs.cc of the runtime).</summary>
internal static class Collectives
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Collectives (com.microsoft)",
    [
        Contrib.Op("AllGather", Gather),
        Contrib.Op("AllReduce", Contrib.Like()),
        Contrib.Op("AllToAll", Contrib.Like()),
    ]);

    // Each device of the group brings its part along the axis.
    private static void Gather(NodeContext node)
    {
        long devices = node.Int("group_size", 1);
        if (devices < 1)
            throw node.Fail($"needs a group_size of at least 1, but has {devices}");
        if (node.ShapeFrom(0, 1) is not { } shape)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        int axis = node.Axis(node.Int("axis", 0), shape.Rank);
        node.Set(0, node.Element(0), [.. shape.Dims.Select((dim, i) => i == axis ? dim.Times(devices) : dim)]);
    }
}
