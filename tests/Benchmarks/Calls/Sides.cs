namespace ModelGen.Benchmarks;

/// <summary>The four ways to run one network on the same numbers.</summary>
internal abstract class Sides : IDisposable
{
    // Loaded at their first call, so that a comparison can choose the order: which session gets the better memory is luck.
    private readonly Lazy<BoundLoop> _bound;
    private readonly Lazy<NamedValueLoop> _named;

    protected Sides(ModelInfo info, int[] inputDims, int[] outputDims)
    {
        Name = info.Name;
        Numbers = [.. Enumerable.Range(0, inputDims.Aggregate((a, b) => a * b)).Select(i => i % 251 / 251f)];
        _bound = new(() => new BoundLoop(info, [.. inputDims.Select(dim => (long)dim)], [.. outputDims.Select(dim => (long)dim)]));
        _named = new(() => new NamedValueLoop(info, inputDims));
    }

    public string Name { get; }

    protected float[] Numbers { get; }

    public float Bound() => _bound.Value.Call(Numbers);

    public float Named() => _named.Value.Call(Numbers);

    public abstract float Rented();

    /// <summary>The static call with a tensor: its result is a copy of its own.</summary>
    public abstract float Static();

    public virtual void Dispose()
    {
        if (_bound.IsValueCreated)
            _bound.Value.Dispose();
        if (_named.IsValueCreated)
            _named.Value.Dispose();
        GC.SuppressFinalize(this);
    }
}
