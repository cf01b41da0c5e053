namespace ModelGen.Benchmarks;

/// <summary>EfficientNet-Lite0.</summary>
internal sealed class EfficientNetSides() : Sides(EfficientNet.Info, [1, 3, 224, 224], [1, 1000])
{
    private readonly EfficientNet _model = new(Sessions.ModelGen);

    public override float Rented()
    {
        using EfficientNet.Call call = _model.Rent();
        Numbers.CopyTo(call.Image.Span);
        call.Run();
        return call.Logits.Span[1];
    }

    public override void Dispose()
    {
        _model.Dispose();
        base.Dispose();
    }
}
