namespace ModelGen.Onnx;

/// <summary>The values that can be read at one place of a graph: those defined so far, here and in the graphs around.</summary>
internal sealed class NameScope(NameScope? outer)
{
    private readonly HashSet<string> _defined = [];

    /// <summary>For each name the node of this body that defines it, wherever the walk stands.</summary>
    public Dictionary<string, int> Producers { get; } = [];

    /// <summary>Defines a name from here on; false when this scope has it already.</summary>
    public bool Define(string name) => _defined.Add(name);

    /// <summary>Whether a name is defined by now, here or around.</summary>
    public bool Sees(string name)
    {
        for (NameScope? scope = this; scope is not null; scope = scope.Outer)
            if (scope._defined.Contains(name))
                return true;
        return false;
    }

    /// <summary>Whether a node of this graph or of one around it defines the name, though later.</summary>
    public bool DefinesLater(string name)
    {
        for (NameScope? scope = this; scope is not null; scope = scope.Outer)
            if (scope.Producers.ContainsKey(name))
                return true;
        return false;
    }

    private NameScope? Outer { get; } = outer;
}
