namespace ModelGen.Engines;

/// <summary>How long a phase took that is not a run: the model's file was read, the session was set up.</summary>
/// <param name="Name">ONNX Runtime's name of it: <c>model_loading_uri</c>, <c>session_initialization</c>.</param>
/// <param name="Duration">Its time, in steps of a microsecond.</param>
public sealed record PhaseTiming(string Name, TimeSpan Duration);
