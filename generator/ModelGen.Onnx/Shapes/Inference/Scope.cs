using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>The names that nodes of one graph or function see: its own and, in a subgraph, those around it.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Fact> _facts;
    private readonly Scope? _outer;

    private Scope(Scope? outer, IReadOnlyDictionary<string, long> opsets, IReadOnlyDictionary<string, AttributeProto> arguments, int depth, bool isCertain, int names) =>
        (_outer, Opsets, Arguments, Depth, IsCertain, _facts) = (outer, opsets, arguments, depth, isCertain, new(names));

    /// <summary>The version of each operator set, by the domain's full spelling.</summary>
    public IReadOnlyDictionary<string, long> Opsets { get; }

    /// <summary>Inside a function: the attributes it was called with, and its defaults.</summary>
    public IReadOnlyDictionary<string, AttributeProto> Arguments { get; }

    /// <summary>How many graphs and functions lie around this one.</summary>
    public int Depth { get; }

    /// <summary>Whether the nodes surely run: then one that can't is a fault of the model. False in a branch that may not be taken.</summary>
    public bool IsCertain { get; }

    /// <summary>Whether a node here can't run.</summary>
    public bool HasFault { get; set; }

    /// <summary>The facts of this graph's own values.</summary>
    public IReadOnlyDictionary<string, Fact> Facts => _facts;

    /// <summary>A scope with nothing around it: the main graph's, or a function's.</summary>
    /// <param name="opsets">See <see cref="Opsets"/>.</param>
    /// <param name="arguments">See <see cref="Arguments"/>.</param>
    /// <param name="depth">See <see cref="Depth"/>.</param>
    /// <param name="isCertain">See <see cref="IsCertain"/>.</param>
    /// <param name="names">About how many names it will have: growing step by step costs a large graph more than its facts.</param>
    public static Scope Root(IReadOnlyDictionary<string, long> opsets, IReadOnlyDictionary<string, AttributeProto> arguments, int depth, bool isCertain, int names) =>
        new(null, opsets, arguments, depth, isCertain, names);

    /// <summary>The scope of a subgraph.</summary>
    public Scope Inner(bool isCertain) => new(this, Opsets, Arguments, Depth + 1, IsCertain && isCertain, names: 0);

    /// <summary>The fact of a name, here or in a graph around; unknown for one that nothing defines.</summary>
    public Fact Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope._outer)
            if (scope._facts.TryGetValue(name, out Fact fact))
                return fact;
        return Fact.Unknown;
    }

    /// <summary>Sets the fact of a name.</summary>
    public void Set(string name, Fact fact) => _facts[name] = fact;
}
