namespace ModelGen.Benchmarks;

/// <summary>A loaded model of the generated class, and one rented call of it.</summary>
internal sealed record LoadedCase(IDisposable Model, Action Call) : IDisposable
{
    public void Dispose() => Model.Dispose();
}
