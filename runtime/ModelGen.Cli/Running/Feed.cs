using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>What goes into one input.</summary>
/// <param name="Name">The input.</param>
/// <param name="Element">Its element type in the model.</param>
/// <param name="Shape">The dims of what goes in.</param>
/// <param name="Array">The values; null for zeros, or empty text.</param>
internal sealed record Feed(string Name, ElementType Element, long[] Shape, NpyArray? Array);
