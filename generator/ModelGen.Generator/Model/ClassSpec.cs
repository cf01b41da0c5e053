using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>The classes that a model tells apart.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Names">Their names, in the model's order.</param>
/// <param name="Members">The same as enum members.</param>
internal sealed record ClassSpec(EquatableArray<string> Names, EquatableArray<string> Members)
{
    internal static ClassSpec Of(EquatableArray<string> names) => new(names, new EquatableArray<string>(LabelNames.ToEnum(names)));
}
