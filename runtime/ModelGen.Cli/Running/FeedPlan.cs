using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Settles what goes into every input before a model runs.</summary>
internal static class FeedPlan
{
    /// <summary>Checks the files against the signature and sizes the zeros for the rest.</summary>
    /// <param name="facts">The model, with what the user fixed put in.</param>
    /// <param name="entries"><c>NAME=FILE.npy</c>.</param>
    /// <param name="surroundings">Takes remarks.</param>
    /// <exception cref="UserFault">A file does not fit, or a size is open.</exception>
    internal static IReadOnlyList<Feed> Make(ModelFacts facts, IEnumerable<string> entries, Surroundings surroundings)
    {
        Dictionary<string, (string Path, NpyArray Array)> files = InputFiles.Read(facts, entries);
        Dictionary<string, long> sizes = new(StringComparer.Ordinal);
        List<string> faults = [];
        foreach (InputFact input in facts.Inputs)
        {
            if (files.TryGetValue(input.Name, out (string Path, NpyArray Array) file) && FeedCheck.Fault(input, file.Path, file.Array) is { } fault)
                faults.Add(fault);
            else if (file.Array is not null)
                Bind(input, file.Array, sizes, surroundings);
        }

        List<Feed> feeds = [];
        foreach (InputFact input in facts.Inputs)
        {
            if (files.TryGetValue(input.Name, out (string Path, NpyArray Array) file))
                feeds.Add(new Feed(input.Name, FeedCheck.Tensor(input.Type)?.Element ?? default, file.Array.Shape, file.Array));
            else if (!input.HasDefault && Zeros(input, sizes, faults) is { } zeros)
                feeds.Add(zeros);
        }
        if (faults.Count > 0)
            throw new UserFault(string.Join(Environment.NewLine, faults));
        CheckMemory(feeds);
        return feeds;
    }

    // A dim's name is the same size everywhere in a model: what a file has there sizes the zeros of other inputs.
    private static void Bind(InputFact input, NpyArray array, Dictionary<string, long> sizes, Surroundings surroundings)
    {
        EquatableArray<Dim> dims = FeedCheck.Tensor(input.Type)?.Shape?.Dims ?? default;
        for (int i = 0; i < dims.Count; i++)
        {
            if (dims[i].Symbol is not { } name || sizes.TryAdd(name, array.Shape[i]) || sizes[name] == array.Shape[i])
                continue;
            surroundings.Remark($"The dim {Printable.Quote(name)} is {sizes[name]} in one input file and {array.Shape[i]} in that of {Printable.Quote(input.Name)}; the model says they are the same.");
        }
    }

    private static Feed? Zeros(InputFact input, Dictionary<string, long> sizes, List<string> faults)
    {
        string name = Printable.Quote(input.Name);
        if (FeedCheck.Tensor(input.Type) is not { } tensor)
        {
            faults.Add($"Input {name} is {TypeNames.Of(input.Type)}: only tensors can be fed from here.");
            return null;
        }
        if (Tensors.Npy(tensor.Element) is null)
        {
            faults.Add($"Input {name} is a tensor of {tensor.Element.ToName()}, which can't be fed from here.");
            return null;
        }
        if (tensor.Shape is not { } shape)
        {
            faults.Add($"Input {name} states no shape. Give it one, as in --shape {Example(input.Name, "1x3x224x224")}, or values with --input.");
            return null;
        }
        Dim[] dims = [.. shape.Dims.Select(dim => dim.Symbol is { } symbol && sizes.TryGetValue(symbol, out long size) ? Dim.Known(size) : dim)];
        if (Array.TrueForAll(dims, dim => dim.IsKnown))
            return new Feed(input.Name, tensor.Element, [.. dims.Select(dim => dim.Size!.Value)], null);

        string open = string.Join(", ", dims.Select((dim, i) => (dim, i)).Where(item => !item.dim.IsKnown)
            .Select(item => item.dim.Symbol is { } symbol ? Printable.Quote(symbol) : $"number {item.i}"));
        string fixes = dims.FirstOrDefault(dim => dim.Symbol is not null).Symbol is { } first ? $"--dim {Example(first, "1")} or " : "";
        faults.Add($"Input {name} is {Printable.Line(shape.ToString())}: the size of its dim {open} is open. "
            + $"Fix it with {fixes}--shape {Example(input.Name, string.Join("x", dims.Select(dim => dim.IsKnown ? dim : Dim.Known(1))))}, or give values with --input.");
        return null;
    }

    private static string Example(string name, string value) => Printable.Line(name, Printable.NameLength) + "=" + value;

    private static void CheckMemory(List<Feed> feeds)
    {
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        foreach (Feed feed in feeds)
        {
            decimal bytes = feed.Shape.Aggregate(1m, (product, dim) => product > long.MaxValue ? product : product * dim) * (feed.Element.Bits() ?? 64) / 8;
            if (bytes > available)
                throw new UserFault($"Input {Printable.Quote(feed.Name)} of {Tensors.Shape(feed.Shape)} takes more memory than the {Units.Bytes(available)} that there are. Fix smaller sizes.");
        }
    }
}
