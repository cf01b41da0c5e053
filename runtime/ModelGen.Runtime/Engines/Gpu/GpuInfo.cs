namespace ModelGen.Engines;

/// <summary>What an engine hangs on beside the model: another GPU or driver needs another engine.</summary>
/// <param name="Name">As NVIDIA calls it: <c>NVIDIA H200</c>.</param>
/// <param name="ComputeCapability">The generation of its instructions: <c>9.0</c>.</param>
/// <param name="Driver">The driver's version: <c>580.95.05</c>.</param>
internal sealed record GpuInfo(string Name, string ComputeCapability, string Driver);
