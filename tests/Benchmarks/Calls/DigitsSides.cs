namespace ModelGen.Benchmarks;

/// <summary>The digits network.</summary>
internal sealed class DigitsSides() : Sides(Digits.Info, [1, 1, 8, 8], [1, 10])
{
    private readonly Lazy<Digits> _model = new(() => new Digits(Sessions.ModelGen));

    public override float Rented()
    {
        using Digits.Call call = _model.Value.Rent(1);
        Numbers.CopyTo(call.Image.Span);
        call.Run();
        return call.Probabilities.Span[1];
    }

    public override float Static() => Digits.Predict(new Digits.Input(Numbers)).Probabilities.Span[1];

    public override void Dispose()
    {
        if (_model.IsValueCreated)
            _model.Value.Dispose();
        base.Dispose();
    }
}
