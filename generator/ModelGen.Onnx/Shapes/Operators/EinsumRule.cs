namespace ModelGen.Onnx.Operators;

/// <summary>Einsum: labels of dims on the left, those that stay on the right.</summary>
internal static class EinsumRule
{
    private const int Letters = 52;

    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        ElementType element = ElementType.Undefined;
        for (int i = 0; i < node.InputCount && element == ElementType.Undefined; i++)
            element = node.Element(i);

        string equation = new([.. node.Text("equation", "").Where(c => c != ' ')]);
        int arrow = equation.IndexOf("->", StringComparison.Ordinal);
        string[] terms = (arrow < 0 ? equation : equation.Substring(0, arrow)).Split(',');
        if (terms.Length != node.InputCount)
            throw node.Fail($"has {terms.Length} terms for {node.InputCount} inputs in the equation {Printable.Quote(equation)}");

        var labels = new Labels();
        TensorShape? broadcast = new(new([]));
        for (int i = 0; i < terms.Length; i++)
            broadcast = Read(node, terms[i], i, labels, broadcast);

        string output = arrow >= 0 ? equation.Substring(arrow + 2) : Implicit(labels);
        node.Set(0, element, Result(node, output, labels, broadcast));
    }

    // Takes a term's dims into the labels, and those under its ellipsis into the common ones.
    private static TensorShape? Read(NodeContext node, string term, int input, Labels labels, TensorShape? broadcast)
    {
        TensorShape? shape = node.Shape(input);
        int ellipsis = term.IndexOf("...", StringComparison.Ordinal);
        string letters = ellipsis < 0 ? term : term.Remove(ellipsis, 3);
        labels.HasEllipsis |= ellipsis >= 0;
        int hidden = shape is null ? 0 : shape.Rank - letters.Length;
        if (hidden < 0 || (hidden > 0 && ellipsis < 0))
            throw node.Fail($"has the term {Printable.Quote(term)} for {node.Name(input)}, which is {shape}");

        for (int i = 0; i < letters.Length; i++)
        {
            int label = Label(node, letters[i]);
            labels.Uses[label]++;
            Dim dim = shape is null ? Dim.Unknown : shape.Dims[ellipsis >= 0 && i >= ellipsis ? i + hidden : i];
            labels.Dims[label] = labels.Uses[label] == 1 ? dim : Broadcast.Merge(labels.Dims[label], dim)
                ?? throw node.Fail($"has the label '{letters[i]}' for dims of {labels.Dims[label]} and {dim}");
        }
        if (ellipsis < 0)
            return broadcast;
        return shape is null ? null : Broadcast.Shapes(node, broadcast, new TensorShape(new(shape.Dims.Skip(ellipsis).Take(hidden))));
    }

    private static TensorShape? Result(NodeContext node, string output, Labels labels, TensorShape? broadcast)
    {
        int ellipsis = output.IndexOf("...", StringComparison.Ordinal);
        if (labels.HasEllipsis && ellipsis < 0)
            throw node.Fail("has '...' in a term but not in the result");
        string letters = ellipsis < 0 ? output : output.Remove(ellipsis, 3);
        var dims = new List<Dim>();
        var seen = new bool[Letters];
        for (int i = 0; i <= letters.Length; i++)
        {
            if (i == ellipsis)
            {
                if (broadcast is null)
                    return null;
                dims.AddRange(broadcast.Dims);
            }
            if (i == letters.Length)
                break;
            int label = Label(node, letters[i]);
            if (labels.Uses[label] == 0 || seen[label])
                throw node.Fail($"has the label '{letters[i]}' in the result {(seen[label] ? "twice" : "but in no term")}");
            seen[label] = true;
            dims.Add(labels.Dims[label]);
        }
        return new TensorShape(new(dims));
    }

    private static string Implicit(Labels labels)
    {
        string once = new([.. Enumerable.Range(0, Letters).Where(label => labels.Uses[label] == 1).Select(label => (char)(label < 26 ? 'A' + label : 'a' + label - 26))]);
        return labels.HasEllipsis ? "..." + once : once;
    }

    // Upper case before lower case, as in ASCII (Einsum-28).
    private static int Label(NodeContext node, char letter) => letter switch
    {
        >= 'A' and <= 'Z' => letter - 'A',
        >= 'a' and <= 'z' => letter - 'a' + 26,
        _ => throw node.Fail($"has {Printable.Quote(letter.ToString())} in its equation, where only letters, commas, '...' and '->' can be"),
    };

    private sealed class Labels
    {
        public int[] Uses { get; } = new int[Letters];

        public Dim[] Dims { get; } = new Dim[Letters];

        public bool HasEllipsis { get; set; }
    }
}
