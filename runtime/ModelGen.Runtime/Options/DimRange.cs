namespace ModelGen;

/// <summary>The sizes of an open dim that an engine serves.</summary>
/// <param name="Min">The smallest, from 1.</param>
/// <param name="Opt">The one that it is made fastest for.</param>
/// <param name="Max">The largest.</param>
public readonly record struct DimRange(int Min, int Opt, int Max);
