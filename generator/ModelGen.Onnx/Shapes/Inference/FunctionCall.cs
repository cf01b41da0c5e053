using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>A function with the facts and attributes it is called with.</summary>
/// <remarks>Equality contract: the same function, equal facts, equal attributes.</remarks>
internal sealed class FunctionCall(FunctionProto function, Fact[] inputs, Dictionary<string, AttributeProto> arguments) : IEquatable<FunctionCall>
{
    /// <summary>The function.</summary>
    public FunctionProto Function { get; } = function;

    /// <summary>The inputs' facts, by position.</summary>
    public Fact[] Inputs { get; } = inputs;

    /// <summary>The attributes, by name.</summary>
    public Dictionary<string, AttributeProto> Arguments { get; } = arguments;

    /// <inheritdoc/>
    public bool Equals(FunctionCall? other) => other is not null && ReferenceEquals(Function, other.Function)
        && Inputs.SequenceEqual(other.Inputs) && Arguments.Count == other.Arguments.Count
        && Arguments.All(argument => other.Arguments.TryGetValue(argument.Key, out AttributeProto value) && value.Equals(argument.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FunctionCall);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Function.Name.GetHashCode();
        foreach (Fact input in Inputs)
            hash = unchecked(hash * 31 + input.GetHashCode());
        return hash;
    }
}
