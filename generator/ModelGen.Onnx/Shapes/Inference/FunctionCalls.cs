using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>
/// Infers calls of model-local functions: a scope of its own for each, remembered by the facts it was called with. Without that, functions that call
/// each other twice take exponential time.
/// </summary>
internal sealed class FunctionCalls
{
    private readonly GraphInference _inference;
    private readonly Dictionary<(string Domain, string Name, string Overload), FunctionProto> _functions = [];
    private readonly Dictionary<FunctionCall, Fact[]> _results = [];

    /// <summary>Gathers a model's functions.</summary>
    public FunctionCalls(ModelProto model, GraphInference inference)
    {
        _inference = inference;
        foreach (FunctionProto function in model.Functions)
            _functions[(Domains.Normalize(function.Domain), function.Name, function.Overload)] = function;
    }

    /// <summary>The function that a node calls; null when it is an operator.</summary>
    public FunctionProto? Find(NodeProto node) => _functions.Count > 0
        && _functions.TryGetValue((Domains.Normalize(node.Domain), node.OpType, node.Overload), out FunctionProto function) ? function : null;

    /// <summary>Infers the body with the node's inputs and attributes.</summary>
    public void Call(FunctionProto function, NodeContext context, Scope scope)
    {
        if (scope.Depth >= InferenceBudget.Depth)
        {
            context.Lose($"is a function within more than {InferenceBudget.Depth} others");
            return;
        }

        var call = new FunctionCall(function, [.. Enumerable.Range(0, function.Input.Count).Select(context.Input)], Arguments(function, context));
        if (!_results.TryGetValue(call, out Fact[] results))
        {
            results = Infer(call, scope);
            _results[call] = results;
        }
        for (int i = 0; i < results.Length && i < context.OutputCount; i++)
            context.Set(i, results[i]);
    }

    private Fact[] Infer(FunctionCall call, Scope caller)
    {
        FunctionProto function = call.Function;
        Scope scope = Scope.Root(GraphInference.OpsetsOf(function.OpsetImport), call.Arguments, caller.Depth + 1, caller.IsCertain, function.Input.Count + function.Node.Count);
        for (int i = 0; i < function.Input.Count; i++)
            scope.Set(function.Input[i], call.Inputs[i]);
        _inference.Run(function.Node, function.ValueInfo, scope);
        return [.. function.Output.Select(scope.Find)];
    }

    private static Dictionary<string, AttributeProto> Arguments(FunctionProto function, NodeContext context)
    {
        Dictionary<string, AttributeProto> arguments = [];
        foreach (AttributeProto attribute in function.AttributeProto)
            arguments[attribute.Name] = attribute;
        foreach (AttributeProto attribute in context.Node.Attribute)
            if (context.Attribute(attribute.Name) is { } given)
                arguments[attribute.Name] = given;
        return arguments;
    }
}
