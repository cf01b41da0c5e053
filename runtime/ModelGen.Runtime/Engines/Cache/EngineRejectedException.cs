namespace ModelGen.Engines;

/// <summary>The files of an engine are the ones that were stored, but the provider can't make an engine of them.</summary>
/// <param name="message">The provider's words.</param>
/// <param name="innerException">The provider's error.</param>
internal sealed class EngineRejectedException(string message, Exception? innerException = null) : Exception(message, innerException);
