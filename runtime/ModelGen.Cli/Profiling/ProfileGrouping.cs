namespace ModelGen.Cli;

/// <summary>What a row of a profile stands for.</summary>
internal enum ProfileGrouping
{
    /// <summary>A node.</summary>
    Node,
    /// <summary>All nodes of an operator.</summary>
    Operator,
    /// <summary>All nodes of a provider.</summary>
    Provider,
}
