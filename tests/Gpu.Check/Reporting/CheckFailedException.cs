namespace ModelGen.GpuCheck;

/// <summary>A check found something wrong; the message says what.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
