namespace ModelGen.Onnx.Operators;

/// <summary>Reshape: 0 copies a dim, -1 is what is left, and since all elements are kept one dim that is not known follows from the others.</summary>
internal static class ReshapeRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        Scalar[]? items = node.Items("shape", 1, out bool isAbsent);
        if (isAbsent)
            throw node.Fail("has no shape to give to its input");
        if (items is null)
            node.LoseFor(1);
        IndexMap.SetReshaped(node, 0, 0, items is null ? null : Target(node, node.Shape(0), items));
    }

    private static TensorShape Target(NodeContext node, TensorShape? input, Scalar[] items)
    {
        bool copies = node.Opset < 14 || node.Int("allowzero", 0) == 0;
        var dims = new Dim[items.Length];
        // Dims that are copied stand on both sides, so that even unknown ones cancel.
        var copied = new HashSet<int>();
        int rest = -1, opens = 0, open = -1;
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Integer is < -1 and long negative)
                throw node.Fail($"has {negative} as the dim {i} of its shape, but sizes are at least 0, or -1 for what is left");
            if (items[i].Integer == -1)
            {
                if (rest >= 0)
                    throw node.Fail("has -1 more than once in its shape, but only one dim can follow from the others");
                rest = i;
            }
            else if (items[i].Integer == 0 && copies && input is not null)
            {
                if (i >= input.Rank)
                    throw node.Fail($"copies the dim {i} of {node.Name(0)} with a 0 in its shape, but that is {input}");
                dims[i] = input.Dims[i];
                copied.Add(i);
            }
            else if (items[i].Integer == 0 && copies)
            {
                dims[i] = Dim.Unknown;
            }
            else
            {
                // One that is not known may turn out to be -1 or to copy: it follows from the others all the same.
                dims[i] = items[i].ToDim();
                if (!dims[i].IsKnown)
                    (open, opens) = (i, opens + 1);
            }
        }
        if (input is null)
            return Checked(node, dims, rest);

        DimProduct whole = DimProduct.Of(input.Dims.Where((_, i) => !copied.Contains(i)));
        // Of an input without elements any shape with a 0 can be made, beside -1 none.
        bool isEmpty = copied.Any(i => input.Dims[i].Size == 0), mayBeEmpty = copied.Any(i => input.Dims[i].Size is null or 0);
        int sought = rest >= 0 ? rest : opens == 1 && !isEmpty ? open : -1;
        DimProduct others = DimProduct.Of(dims.Where((_, i) => i != sought && !copied.Contains(i)));
        Checked(node, dims, rest);
        if (sought >= 0 && others.Size != 0)
        {
            Dim quotient = whole.Over(others, out bool fits);
            if (!fits && (rest >= 0 || !mayBeEmpty))
                throw Mismatch(node, input, items);
            if (quotient != Dim.Unknown)
                dims[sought] = quotient;
        }
        else if (opens == 0 && rest < 0 && whole.Size is long have && others.Size is long want && have != want && !mayBeEmpty)
        {
            throw Mismatch(node, input, items);
        }
        if (dims.Any(dim => dim == Dim.Unknown) && opens > 0)
            node.LoseFor(1);
        return new TensorShape(new(dims));
    }

    private static TensorShape Checked(NodeContext node, Dim[] dims, int rest)
    {
        if (rest >= 0 && dims.Any(dim => dim.Size == 0))
            throw node.Fail("has -1 in its shape beside a dim of 0, so that it could be any number");
        return new TensorShape(new(dims));
    }

    private static ShapeException Mismatch(NodeContext node, TensorShape input, Scalar[] items) =>
        node.Fail($"can't give {node.Name(0)}, which is {input}, the shape [{string.Join(", ", items.Take(16))}]: the number of elements must stay the same");
}
