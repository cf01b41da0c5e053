using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>A tensor that the file stores, and where.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Node">The node whose attribute it is; null for an initializer or a function's default.</param>
/// <param name="Role">What it is there for.</param>
/// <param name="Owner">The attribute's or the sparse tensor's name, for indices, which have none.</param>
internal readonly record struct TensorUse(TensorProto Tensor, NodeProto? Node, TensorRole Role, string Owner)
{
    /// <summary>
    /// Whether it counts as a weight: an initializer, of a sparse one the stored elements, or what a Constant node holds, which is the same in another
    /// spelling (some exporters know no other).
    /// </summary>
    public bool IsWeight => Role != TensorRole.SparseIndices && (Node is null || Domains.IsConstant(Node));

    /// <summary>The tensor in words: <c>initializer 'conv1.weight'</c>.</summary>
    public string Describe()
    {
        string name = Printable.Quote(Tensor.Name.Length > 0 ? Tensor.Name : Owner);
        string kind = Node is null ? "initializer" : "tensor";
        return Role == TensorRole.SparseIndices ? $"the indices of {kind} {name}" : $"{kind} {name}";
    }

    /// <summary>A sentence about it: <c>Initializer 'conv1.weight' needs …</c>.</summary>
    public string Sentence(string rest)
    {
        string subject = Describe();
        return char.ToUpperInvariant(subject[0]) + subject.Substring(1) + " " + rest;
    }

    /// <summary>The node in words; null when there is none.</summary>
    public string? DescribeNode() => Node is null ? null : Onnx.Describe.Node(Node);

    /// <summary>Every tensor of the model: in the graph, its subgraphs, and the functions.</summary>
    public static IEnumerable<TensorUse> All(ModelProto model)
    {
        foreach (Body body in Body.All(model))
        {
            foreach (TensorProto tensor in body.Initializers)
                yield return new(tensor, null, TensorRole.Dense, "");
            foreach (TensorUse use in body.SparseInitializers.SelectMany(sparse => Sparse(sparse, null, "")))
                yield return use;
            foreach (AttributeProto attribute in body.Defaults)
                foreach (TensorUse use in Of(attribute, null))
                    yield return use;
            foreach (NodeProto node in body.Nodes)
                foreach (AttributeProto attribute in node.Attribute)
                    foreach (TensorUse use in Of(attribute, node))
                        yield return use;
        }
    }

    private static IEnumerable<TensorUse> Of(AttributeProto attribute, NodeProto? node)
    {
        if (attribute.T is { } tensor)
            yield return new(tensor, node, TensorRole.Dense, attribute.Name);
        foreach (TensorProto item in attribute.Tensors)
            yield return new(item, node, TensorRole.Dense, attribute.Name);
        if (attribute.SparseTensor is { } sparse)
            foreach (TensorUse use in Sparse(sparse, node, attribute.Name))
                yield return use;
        foreach (SparseTensorProto item in attribute.SparseTensors)
            foreach (TensorUse use in Sparse(item, node, attribute.Name))
                yield return use;
    }

    private static IEnumerable<TensorUse> Sparse(SparseTensorProto sparse, NodeProto? node, string owner)
    {
        string name = sparse.Values?.Name is { Length: > 0 } values ? values : owner;
        if (sparse.Values is not null)
            yield return new(sparse.Values, node, TensorRole.SparseValues, name);
        if (sparse.Indices is not null)
            yield return new(sparse.Indices, node, TensorRole.SparseIndices, name);
    }
}
