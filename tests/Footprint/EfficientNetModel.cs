namespace ModelGen.Footprint;

/// <summary>The generated class of EfficientNet-Lite0.</summary>
internal sealed class EfficientNetModel : ILoaded
{
    private readonly EfficientNet _model = new(new ModelOptions { IntraOpThreads = 1 });
    private readonly float[] _numbers = Numbers.Of([1, 3, 224, 224]);

    public float Call()
    {
        using EfficientNet.Call call = _model.Rent();
        _numbers.CopyTo(call.Image.Span);
        call.Run();
        return call.Logits.Span[1];
    }

    public void Dispose() => _model.Dispose();
}
