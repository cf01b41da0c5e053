namespace ModelGen.Onnx;

/// <summary>Finds the node that is to blame: the first on the way at which dims, or elements that become dims, stopped being known.</summary>
internal static class LossTracing
{
    /// <summary>Where dims of a node's outputs were lost: at an input's producer, or at the node itself.</summary>
    public static ShapeLoss Trace(NodeContext context)
    {
        ShapeLoss? open = null;
        bool anyOpen = false;
        for (int i = 0; i < context.InputCount; i++)
        {
            Fact input = context.Input(i);
            if (input.Loss is { FromOpenDims: false } loss)
                return loss;
            open ??= input.Loss;
            anyOpen |= context.Has(i) && (!input.IsComplete || input.Source is OpenDims);
        }
        string node = Describe.Node(context.Node);
        if (context.LostBefore is { } before)
            return before;
        if (context.Lost is { } why)
            return context.LostToOpenDims && open is not null ? open : new ShapeLoss(node, why, context.LostToOpenDims);
        if (anyOpen)
            return open ?? new ShapeLoss(node, "computes sizes from dims that are open", FromOpenDims: true);
        return new ShapeLoss(node, "gives a shape that can't be worked out when the program is compiled", FromOpenDims: false);
    }

    /// <summary>Where elements of a node's outputs come from that are not known: the source of the first such input, else the node itself.</summary>
    public static object Source(NodeContext context)
    {
        for (int i = 0; i < context.InputCount; i++)
            if (context.Input(i) is { Source: { } source, Type: TensorType, LacksElements: true })
                return source;
        return context.Node;
    }
}
