namespace ModelGen.Benchmarks;

/// <summary>The digits network.</summary>
internal sealed class DigitsSides() : Sides(Digits.Info, [1, 1, 8, 8], [1, 10])
{
    private readonly Digits _model = new(Sessions.ModelGen);

    public override float Rented()
    {
        using Digits.Call call = _model.Rent(1);
        Numbers.CopyTo(call.Image.Span);
        call.Run();
        return call.Probabilities.Span[1];
    }

    public override void Dispose()
    {
        _model.Dispose();
        base.Dispose();
    }
}
