namespace ModelGen.Benchmarks;

/// <summary>The three ways to run one network on the same numbers.</summary>
internal abstract class Sides : IDisposable
{
    private readonly BoundLoop _bound;
    private readonly NamedValueLoop _named;

    protected Sides(ModelInfo info, int[] inputDims, int[] outputDims)
    {
        Name = info.Name;
        Numbers = [.. Enumerable.Range(0, inputDims.Aggregate((a, b) => a * b)).Select(i => i % 251 / 251f)];
        _bound = new BoundLoop(info, [.. inputDims.Select(dim => (long)dim)], [.. outputDims.Select(dim => (long)dim)]);
        _named = new NamedValueLoop(info, inputDims);
    }

    public string Name { get; }

    protected float[] Numbers { get; }

    public float Bound() => _bound.Call(Numbers);

    public float Named() => _named.Call(Numbers);

    public abstract float Rented();

    public virtual void Dispose()
    {
        _bound.Dispose();
        _named.Dispose();
        GC.SuppressFinalize(this);
    }
}
