#if RESNET50
namespace ModelGen.Footprint;

/// <summary>The generated class of ResNet-50.</summary>
internal sealed class ResNet50Model : ILoaded
{
    private readonly ResNet50 _model = new(new ModelOptions { IntraOpThreads = 1 });
    private readonly float[] _numbers = Numbers.Of([1, 3, 224, 224]);

    public float Call()
    {
        using ResNet50.Call call = _model.Rent();
        _numbers.CopyTo(call.InputTensor.Span);
        call.Run();
        return call.Logits.Span[1];
    }

    public void Dispose() => _model.Dispose();
}
#endif
