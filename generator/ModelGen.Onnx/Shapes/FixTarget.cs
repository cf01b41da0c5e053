namespace ModelGen.Onnx;

/// <summary>What the name of a fixed shape may mean.</summary>
public enum FixTarget
{
    /// <summary>Whatever the model has under that name, as <see cref="ShapeFix"/> says.</summary>
    Any,
    /// <summary>An input or output.</summary>
    Value,
    /// <summary>A named dim.</summary>
    Dim,
}
