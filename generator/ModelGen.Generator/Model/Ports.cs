using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>A model's inputs and outputs with their names in C#.</summary>
internal sealed record Ports(EquatableArray<PortSpec> Inputs, EquatableArray<PortSpec> Outputs, EquatableArray<OpenDimSpec> OpenDims);
