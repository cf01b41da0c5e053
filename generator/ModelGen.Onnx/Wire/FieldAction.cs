namespace ModelGen.Onnx.Wire;

/// <summary>What the skeleton does with a field.</summary>
internal enum FieldAction
{
    /// <summary>Leaves it out, seeking over it.</summary>
    Drop,
    /// <summary>Copies it as it is.</summary>
    Copy,
    /// <summary>Copies it unless it is longer than <see cref="SkeletonLimits.Text"/>.</summary>
    Text,
    /// <summary>Walks into the message.</summary>
    Enter,
    /// <summary>Copies it if all payload of its tensor or attribute together is small.</summary>
    Payload,
}
