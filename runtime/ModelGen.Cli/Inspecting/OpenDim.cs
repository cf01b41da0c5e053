using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>A dim that nothing fixes yet.</summary>
/// <param name="Name">Its name in the model; null when it has none.</param>
/// <param name="Places">Where it occurs, as <c>image[0]</c>, printable.</param>
/// <param name="OfInput">Whether an input has it: then the caller decides it.</param>
internal sealed record OpenDim(string? Name, IReadOnlyList<string> Places, bool OfInput)
{
    /// <summary>All open dims of a model: named ones once, unnamed ones by place; inputs' first.</summary>
    internal static IReadOnlyList<OpenDim> All(ModelFacts facts)
    {
        List<OpenDim> all = [];
        Add(facts.Inputs.Select(input => (input.Name, input.Type)), ofInput: true);
        Add(facts.Outputs.Select(output => (output.Name, output.Type)), ofInput: false);
        return all;

        void Add(IEnumerable<(string Name, Onnx.ValueType Type)> values, bool ofInput)
        {
            foreach ((string name, Onnx.ValueType type) in values)
            {
                EquatableArray<Dim> dims = TypeNames.Shape(type)?.Dims ?? default;
                for (int i = 0; i < dims.Count; i++)
                {
                    if (dims[i].IsKnown)
                        continue;
                    string place = $"{Units.Name(name)}[{i}]";
                    int known = dims[i].Symbol is { } symbol ? all.FindIndex(dim => dim.Name == symbol) : -1;
                    if (known < 0)
                        all.Add(new OpenDim(dims[i].Symbol, [place], ofInput));
                    else
                        all[known] = all[known] with { Places = [.. all[known].Places, place] };
                }
            }
        }
    }
}
