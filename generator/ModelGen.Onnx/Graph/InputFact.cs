namespace ModelGen.Onnx;

/// <summary>One input.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Name">The name in the file: any Unicode, perhaps empty.</param>
/// <param name="Type">Its type, with the fixed dims put in.</param>
/// <param name="HasDefault">Whether an initializer of the same name supplies a value when the caller gives none (IR version 4 and later).</param>
/// <param name="Description">Its doc string; empty when not stated.</param>
/// <param name="Quantization">What its integers are worth, where the graph turns them into floats first; null otherwise.</param>
public sealed record InputFact(string Name, ValueType Type, bool HasDefault, string Description, InputQuantization? Quantization = null);
