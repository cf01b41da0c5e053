namespace ModelGen.Onnx;

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>The model works, but something deserves a look.</summary>
    Warning,
    /// <summary>The model can't be used as it is.</summary>
    Error,
}
