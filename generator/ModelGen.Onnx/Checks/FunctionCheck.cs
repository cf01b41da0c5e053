using Google.Protobuf.Collections;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>MG1020: functions that call themselves, directly, through each other or through subgraphs; MG1017: functions defined twice.</summary>
internal sealed class FunctionCheck : IModelCheck
{
    /// <inheritdoc/>
    public void Run(ParsedModel model, ProblemBag problems, CancellationToken cancellation)
    {
        var indices = new Dictionary<(string Domain, string Name, string Overload), int>();
        RepeatedField<FunctionProto> functions = model.Proto.Functions;
        for (int i = 0; i < functions.Count; i++)
        {
            var key = (Domains.Normalize(functions[i].Domain), functions[i].Name, functions[i].Overload);
            FunctionProto function = functions[i];
            if (indices.ContainsKey(key))
                problems.Add(Rules.DuplicateName, () => $"The function {Printable.Quote(Name(function))} is defined twice. Export the model again, or delete one of them.");
            else
                indices.Add(key, i);
        }

        var calls = new List<int>[functions.Count];
        for (int i = 0; i < functions.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            calls[i] = [.. Body.All(functions[i])
                .SelectMany(body => body.Nodes)
                .Select(node => indices.TryGetValue((Domains.Normalize(node.Domain), node.OpType, node.Overload), out int callee) ? callee : -1)
                .Where(callee => callee >= 0)
                .Distinct()];
        }

        if (DirectedGraph.FindCycle(calls) is { Count: > 0 } cycle)
        {
            string path = string.Join(" → ", cycle.Append(cycle[0]).Take(8).Select(i => Printable.Quote(Name(functions[i]))));
            problems.Add(Rules.RecursiveFunction, $"Functions of the model call themselves: {path}. ONNX functions are expanded in place, so this has no end. "
                + "Export the model again, without functions or with onnx.inliner.");
        }
    }

    private static string Name(FunctionProto function) =>
        Domains.IsStandard(function.Domain) ? function.Name : function.Domain + "." + function.Name;
}
