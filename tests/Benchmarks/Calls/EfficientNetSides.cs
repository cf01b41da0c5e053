namespace ModelGen.Benchmarks;

/// <summary>EfficientNet-Lite0.</summary>
internal sealed class EfficientNetSides() : Sides(EfficientNet.Info, [1, 3, 224, 224], [1, 1000])
{
    private readonly Lazy<EfficientNet> _model = new(() => new EfficientNet(Sessions.ModelGen));

    public override float Rented()
    {
        using EfficientNet.Call call = _model.Value.Rent();
        Numbers.CopyTo(call.Image.Span);
        call.Run();
        return call.Logits.Span[1];
    }

    public override float Static() => EfficientNet.Predict(new EfficientNet.Input(Numbers)).Logits.Span[1];

    public override void Dispose()
    {
        if (_model.IsValueCreated)
            _model.Value.Dispose();
        base.Dispose();
    }
}
