namespace ModelGen.Onnx;

/// <summary>Looks for one kind of fault in a parsed model. Time and memory grow with the graph's size only, whatever the graph is.</summary>
internal interface IModelCheck
{
    /// <summary>Adds every fault that it finds.</summary>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    void Run(ParsedModel model, ProblemBag problems, CancellationToken cancellation);
}
