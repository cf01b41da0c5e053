namespace ModelGen.Generator;

/// <summary>The header of the class: which of the runtime's base classes and interfaces it takes.</summary>
internal static class BaseTypes
{
    internal static string Header(ModelSpec spec, ModelBody body)
    {
        string name = spec.Class;
        string bases = body switch
        {
            { Result: { } result } => ResultEmitter.Bases(result, name),
            { Preprocessing: not null } => $"M::ImageModel<{name}, {name}.Output>, M::IImageModel<{name}, {name}.Output>",
            _ => $"M::Model<{name}>, M::IModel<{name}>",
        };
        return $"public sealed partial class {name} : {bases}";
    }

    /// <summary>What one picture gives.</summary>
    internal static string ImageResult(ModelBody body) => body.Result is { } result ? ResultEmitter.Type(result) : "Output";
}
