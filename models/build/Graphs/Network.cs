using ModelGen.Onnx.Wire;

namespace ModelGen.Models;

/// <summary>A network that can be written.</summary>
/// <param name="Model">All of it but the initializers.</param>
/// <param name="Initializers">In the order of their use.</param>
/// <param name="Parameters">By part, in the order of the network.</param>
internal sealed record Network(ModelProto Model, IReadOnlyList<Initializer> Initializers, IReadOnlyList<ParameterCount> Parameters)
{
    /// <summary>How many weights the file has; each takes four bytes.</summary>
    public long WeightCount => Initializers.Sum(initializer => initializer.Count);
}
