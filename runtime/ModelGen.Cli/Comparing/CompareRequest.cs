using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>What the command line of <c>compare</c> asks for.</summary>
/// <param name="Path">The model.</param>
/// <param name="Against">Another model; null for the same one on several providers.</param>
/// <param name="Fixes">Fixed shapes and dims, of both.</param>
/// <param name="Providers">The variants' texts.</param>
/// <param name="Inputs"><c>NAME=FILE.npy</c>.</param>
/// <param name="Seed">The seed of the first sample.</param>
/// <param name="Samples">How often each side runs.</param>
/// <param name="Tolerance">The largest relative error; null for the usual one.</param>
/// <param name="ClassAxis">The axis of the classes; null for the usual one.</param>
/// <param name="Nodes">Whether the first node that differs is sought.</param>
/// <param name="Json">Whether an object is wanted.</param>
internal sealed record CompareRequest(
    string Path, string? Against, ShapeFixes Fixes, string[] Providers, string[] Inputs, int Seed, int Samples, double? Tolerance, int? ClassAxis, bool Nodes, bool Json);
