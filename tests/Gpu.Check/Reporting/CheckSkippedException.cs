namespace ModelGen.GpuCheck;

/// <summary>A check can't be made here; the message says why.</summary>
internal sealed class CheckSkippedException(string message) : Exception(message);
