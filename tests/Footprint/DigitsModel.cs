namespace ModelGen.Footprint;

/// <summary>The generated class of the digits network.</summary>
internal sealed class DigitsModel : ILoaded
{
    private readonly Digits _model = new(new ModelOptions { IntraOpThreads = 1 });
    private readonly float[] _numbers = Numbers.Of([1, 1, 8, 8]);

    public float Call()
    {
        using Digits.Call call = _model.Rent(1);
        _numbers.CopyTo(call.Image.Span);
        call.Run();
        return call.Probabilities.Span[1];
    }

    public void Dispose() => _model.Dispose();
}
