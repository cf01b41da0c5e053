namespace ModelGen.Onnx.Wire;

/// <summary>One field of a message, as the skeleton sees it.</summary>
/// <param name="Action">What to do with it.</param>
/// <param name="Wire">Its wire type; a repeated number may come packed (<see cref="WireType.Length"/>) as well.</param>
/// <param name="Child">The message to walk into, for <see cref="FieldAction.Enter"/>.</param>
/// <param name="Repeated">Whether it is a repeated number, which may come packed.</param>
internal readonly record struct FieldRule(FieldAction Action, WireType Wire, MessageKind Child = MessageKind.None, bool Repeated = false)
{
    /// <summary>Whether a field that came with this wire type is the one meant; protobuf parsers ignore it otherwise.</summary>
    public bool Accepts(WireType wire) => wire == Wire || (Repeated && wire == WireType.Length);
}
