using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Shapes inferred through the whole graph, beginning with the declared inputs and what the user fixed.</summary>
/// <param name="values">Graph inputs whose elements are known when the model is compiled; null for none.</param>
internal sealed class InferredShapes(IReadOnlyDictionary<string, TensorProto>? values = null) : IShapeStage
{
    /// <inheritdoc/>
    public Signature Resolve(ParsedModel model, ShapeFixes fixes, ProblemBag problems, CancellationToken cancellation)
    {
        FixedSignature start = FixedSignature.Resolve(model, fixes, problems);
        var inference = new GraphInference(model.Proto, start.Dims, cancellation);
        Scope scope = inference.MainScope(model.Graph);
        for (int i = 0; i < model.Inputs.Count; i++)
            scope.Set(model.Inputs[i].Name, InputFact(model.Inputs[i], start.Signature.Inputs[i], inference));

        inference.Run(model.Graph.Node, model.Graph.ValueInfo, scope);
        // In a graph that is broken already, what nodes can't do with each other only follows from that.
        if (!problems.HasErrors)
            inference.Findings.Report(problems);

        var outputs = new ValueType[model.Outputs.Count];
        var losses = new ShapeLoss?[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            Fact fact = scope.Find(model.Outputs[i].Name);
            outputs[i] = OutputDeclarations.Settle(model.Outputs[i].Name, fact.Type, start.Signature.Outputs[i], fixes, problems);
            losses[i] = outputs[i].IsComplete() ? null : fact.Loss;
        }
        return start.Signature with { Outputs = outputs, Losses = losses, Values = scope.Facts };
    }

    // An input with an initializer is a default that callers may override (IR version 4 and later): its elements are not known.
    private Fact InputFact(ValueInfoProto input, ValueType type, GraphInference inference)
    {
        if (values is not null && values.TryGetValue(input.Name, out TensorProto value))
            return Fact.Stored(value, inference.Budget);
        return new Fact(type).From(input);
    }
}
