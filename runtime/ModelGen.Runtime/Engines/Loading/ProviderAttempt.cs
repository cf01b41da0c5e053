namespace ModelGen.Engines;

/// <summary>A provider that was tried.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Taken">Whether it computes now.</param>
/// <param name="Reason">Why it was not taken, with the loader's own message; empty when it was.</param>
public sealed record ProviderAttempt(Provider Provider, bool Taken, string Reason)
{
    /// <summary>As people read it: <c>TensorRT: not taken: libnvinfer.so.10: cannot open shared object file</c>.</summary>
    public override string ToString() => Taken ? $"{Provider}: taken" : $"{Provider}: not taken: {Reason}";
}
