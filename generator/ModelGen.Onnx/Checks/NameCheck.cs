using Google.Protobuf.Collections;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>
/// MG1008, MG1009 and MG1017: walks each graph in the file's order, which ONNX wants to be the order of computation (docs/IR.md), and looks up
/// every name that is read. Subgraphs see the values that were defined around them before their node.
/// </summary>
internal sealed class NameCheck : IModelCheck
{
    /// <inheritdoc/>
    public void Run(ParsedModel model, ProblemBag problems, CancellationToken cancellation)
    {
        var walk = new Walk(problems, cancellation);
        walk.Graph(model.Graph, null, "graph");
        foreach (FunctionProto function in model.Proto.Functions)
            walk.Function(function);
    }

    // Recursion follows subgraphs only, and the skeleton bounds their nesting.
    private sealed class Walk(ProblemBag problems, CancellationToken cancellation)
    {
        public void Graph(GraphProto graph, NameScope? outer, string place)
        {
            var scope = new NameScope(outer);
            DefineEach(scope, graph.Input.Select(input => input.Name), "input", place);

            // An initializer may bear an input's name: it is the input's default, or, in old files, the reason why the input is listed.
            var initializers = new HashSet<string>();
            foreach (string name in graph.Initializer.Select(tensor => tensor.Name)
                .Concat(graph.SparseInitializer.Select(sparse => sparse.Values?.Name ?? "")))
            {
                if (!initializers.Add(name))
                    Duplicate("initializer", name, place);
                scope.Define(name);
            }

            Nodes(graph.Node, scope, place);
            Outputs(graph.Output.Select(output => output.Name), scope, place);
            foreach (IGrouping<string, string> twice in graph.Output.Select(output => output.Name).GroupBy(name => name).Where(group => group.Skip(1).Any()))
                Duplicate("output", twice.Key, place);
        }

        public void Function(FunctionProto function)
        {
            string place = "function " + Printable.Quote(function.Name);
            var scope = new NameScope(null);
            DefineEach(scope, function.Input, "input", place);
            Nodes(function.Node, scope, place);
            Outputs(function.Output, scope, place);
        }

        private void Nodes(RepeatedField<NodeProto> nodes, NameScope scope, string place)
        {
            for (int i = 0; i < nodes.Count; i++)
                foreach (string output in nodes[i].Output)
                    scope.Producers[output] = i;

            bool unsorted = false;
            foreach (NodeProto node in nodes)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (string input in node.Input)
                    unsorted |= !Reads(input, node, scope, place);
                foreach (AttributeProto attribute in node.Attribute)
                    foreach (GraphProto graph in Body.Graphs(attribute))
                        Graph(graph, scope, "subgraph of " + Describe.Node(node));
                foreach (string output in node.Output)
                    if (output.Length > 0 && !scope.Define(output))
                        Duplicate("value", output, place, node);
            }
            if (unsorted)
                NodeOrder.Report(nodes, scope.Producers, place, problems);
        }

        // False when a node further down defines the name: whether that is a wrong order or a cycle shows when all nodes are known.
        private bool Reads(string name, NodeProto node, NameScope scope, string place)
        {
            if (name.Length == 0 || scope.Sees(name))
                return true;
            if (scope.Producers.ContainsKey(name))
                return false;

            if (scope.DefinesLater(name))
            {
                problems.Add(Rules.NotSorted, () => $"{Describe.Node(node)} in the {place} reads {Printable.Quote(name)}, which the graph around it computes only later, or from this very subgraph. "
                    + "Export the model again, or sort its nodes.", () => Describe.Node(node));
            }
            else
            {
                problems.Add(Rules.UndefinedName, () => $"{Describe.Node(node)} in the {place} reads {Printable.Quote(name)}, which no input, initializer or node defines. "
                    + "The file is damaged or was cut out of a larger model: export it again.", () => Describe.Node(node));
            }
            return true;
        }

        private void Outputs(IEnumerable<string> names, NameScope scope, string place)
        {
            foreach (string name in names)
            {
                if (!scope.Sees(name))
                {
                    problems.Add(Rules.UndefinedName, () => $"The {place} gives out {Printable.Quote(name)}, which no input, initializer or node defines. "
                        + "Export the model again with outputs that it computes.");
                }
            }
        }

        private void DefineEach(NameScope scope, IEnumerable<string> names, string what, string place)
        {
            foreach (string name in names)
                if (!scope.Define(name))
                    Duplicate(what, name, place);
        }

        private void Duplicate(string what, string name, string place, NodeProto? node = null) =>
            problems.Add(Rules.DuplicateName, () => $"The {place} defines the {what} {Printable.Quote(name)} twice, so it is unclear which is meant. "
                + "Export the model again, or rename one of them.", () => node is null ? null : Describe.Node(node));
    }
}
