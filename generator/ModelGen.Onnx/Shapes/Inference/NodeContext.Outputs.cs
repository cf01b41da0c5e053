namespace ModelGen.Onnx;

internal sealed partial class NodeContext
{
    /// <summary>The most dims that are followed: ONNX sets no limit; ONNX Runtime's kernels use up to 8, NumPy stops at 64.</summary>
    public const int HighestRank = 64;

    private readonly Fact?[] _outputs;
    private string? _lost;

    /// <summary>The number of outputs, holes counted.</summary>
    public int OutputCount => _outputs.Length;

    /// <summary>What the rule said of why dims of the outputs can't be known; null when it said nothing.</summary>
    public string? Lost => _lost;

    /// <summary>Whether that is only because dims of the model's inputs are open.</summary>
    public bool LostToOpenDims { get; private set; }

    /// <summary>Where it was lost already, on the way to an input whose elements are sizes; null when it was not.</summary>
    public ShapeLoss? LostBefore { get; private set; }

    /// <summary>Where the outputs' unknown elements come from, when the rule said so.</summary>
    public object? Source { get; private set; }

    /// <summary>Whether the output is there: an empty name is a hole.</summary>
    public bool Wants(int output) => output < _outputs.Length && Node.Output[output].Length > 0;

    /// <summary>The fact of an output; null when the rule set none.</summary>
    public Fact? Output(int output) => _outputs[output];

    /// <summary>Takes back what was set.</summary>
    public void Clear() => Array.Clear(_outputs, 0, _outputs.Length);

    /// <summary>Sets the fact of an output; nothing happens when the node has no such output.</summary>
    public void Set(int output, Fact fact)
    {
        if (!Wants(output))
            return;
        Budget.Charge(fact.Shape?.Rank ?? 0);
        if (fact.Shape is { Rank: > HighestRank } shape)
        {
            Lose($"has {shape.Rank} dims, and only {HighestRank} are followed");
            fact = Fact.Tensor(fact.Element, null);
        }
        _outputs[output] = fact;
    }

    /// <summary>Sets an output to a tensor.</summary>
    /// <param name="output">The output's index.</param>
    /// <param name="element">Its element type; undefined when unknown.</param>
    /// <param name="shape">Its shape; null when not even the rank is known.</param>
    public void Set(int output, ElementType element, TensorShape? shape) => Set(output, Fact.Tensor(element, shape));

    /// <summary>Sets an output to a tensor of these dims.</summary>
    public void Set(int output, ElementType element, params Dim[] dims) => Set(output, element, new TensorShape(new(dims)));

    /// <summary>Says why dims of the outputs can't be known, as the end of a sentence that begins with the node. The first reason counts.</summary>
    public void Lose(string why) => _lost ??= why;

    /// <summary>Says that dims can't be known because the elements of an input are not.</summary>
    public void LoseFor(int input)
    {
        object? source = Input(input).Source;
        LostToOpenDims |= _lost is null && source is OpenDims;
        LostBefore ??= _lost is null ? source as ShapeLoss : null;
        Lose($"takes sizes from the elements of {Name(input)}, which are not known when the program is compiled{ValueSource.Describe(source)}");
    }

    /// <summary>Says where elements of the outputs that are not known come from; without it, from the first input whose elements are not known.</summary>
    public void SetSource(object source) => Source = source;
}
