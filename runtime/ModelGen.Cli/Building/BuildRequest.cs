extern alias runtime;

using ModelGen.Onnx;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>What <c>build</c> was asked for.</summary>
/// <param name="Path">The model as it was given.</param>
/// <param name="Fixes">Shapes and dims to fix.</param>
/// <param name="Provider">Whose engine to build.</param>
/// <param name="Precision">The numbers that it may compute in; null for the model's own.</param>
/// <param name="TensorRT">TensorRT's settings.</param>
/// <param name="Device">The GPU's number.</param>
/// <param name="Cache">Where the engine goes.</param>
/// <param name="Json">Whether to print JSON.</param>
internal sealed record BuildRequest(
    string Path, ShapeFixes Fixes, ExecutionProvider Provider, R.Precision? Precision, R.TensorRTOptions TensorRT, int Device, R.EngineCacheOptions Cache, bool Json);
