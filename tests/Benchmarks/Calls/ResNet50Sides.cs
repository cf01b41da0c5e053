#if RESNET50
namespace ModelGen.Benchmarks;

/// <summary>ResNet-50, where it has been built.</summary>
internal sealed class ResNet50Sides() : Sides(ResNet50.Info, [1, 3, 224, 224], [1, 1000])
{
    private readonly Lazy<ResNet50> _model = new(() => new ResNet50(Sessions.ModelGen));

    public override float Rented()
    {
        using ResNet50.Call call = _model.Value.Rent();
        Numbers.CopyTo(call.InputTensor.Span);
        call.Run();
        return call.Logits.Span[1];
    }

    public override float Static() => ResNet50.Predict(new ResNet50.Input(Numbers)).Logits.Span[1];

    public override void Dispose()
    {
        if (_model.IsValueCreated)
            _model.Value.Dispose();
        base.Dispose();
    }
}
#endif
