using System.Collections.Concurrent;
using ModelGen.Onnx;
using ModelGen.Onnx.Wire;

namespace ModelGen.Conformance;

/// <summary>Puts cases to a shape stage.</summary>
internal static class Judge
{
    // Several tests ask for the same reading of a case.
    private static readonly ConcurrentDictionary<string, Lazy<ModelReading>> s_inferred = new(StringComparer.Ordinal);

    /// <summary>The verdicts on all outputs of a case.</summary>
    /// <param name="item">The case.</param>
    /// <param name="stage">Makes the stage; inference when not given.</param>
    /// <param name="strip">Whether the model's declared answers are taken out first.</param>
    /// <param name="exact">Whether dims that depend on data have to be right as well.</param>
    public static IReadOnlyList<Verdict> Outputs(
        ModelCase item, Func<IReadOnlyDictionary<string, TensorProto>, IShapeStage>? stage = null, bool strip = false, bool exact = false)
    {
        ModelReading reading = stage is null && !strip ? Read(item) : Read(item, stage ?? Stages.Inferred, strip);
        return [.. item.Outputs.Select(truth => Output(item, truth.Key, truth.Value, reading, !exact && item.MayBeOpen))];
    }

    /// <summary>The verdicts on outputs that are not right.</summary>
    public static IReadOnlyList<Verdict> Failures(ModelCase item, bool strip = false) => [.. Outputs(item, strip: strip).Where(verdict => verdict.Fault is not null)];

    /// <summary>Reads a case's model with inference; each case once.</summary>
    public static ModelReading Read(ModelCase item) => s_inferred.GetOrAdd(item.Id, _ => new(() => Read(item, Stages.Inferred, strip: false))).Value;

    private static ModelReading Read(ModelCase item, Func<IReadOnlyDictionary<string, TensorProto>, IShapeStage> stage, bool strip)
    {
        byte[] bytes = strip ? Stripping.WithoutAnswers(item.Model) : item.Model;
        return new ReadingPipeline(stage(item.Values))
            .Run(() => new ModelFile(new MemoryStream(bytes), bytes.Length, folder: null, ownsStream: true), item.Fixes, CancellationToken.None);
    }

    private static Verdict Output(ModelCase item, string name, Expectation truth, ModelReading reading, bool mayBeOpen)
    {
        OutputFact? fact = reading.Facts?.Outputs.FirstOrDefault(output => output.Name == name);
        string? fault = fact is null
            ? "the output is not there"
            : Comparison.Fault(truth.Type, fact.Type, mayBeOpen) ?? (truth.Elements is null ? null : Comparison.Fault(truth.Elements, fact.Type));
        string elements = truth.Elements is null ? "" : $" with the elements {string.Join(", ", truth.Elements)}";
        string blamed = fact?.Loss?.Node.Split(' ')[0] ?? fact?.Operator ?? "(none)";
        string lost = fact?.Loss is { } loss ? $"\n    lost at {loss.Node}, which {loss.Why}" : "";
        string problems = string.Concat(reading.Problems.Where(problem => problem.Rule == Rules.NodeFails || problem.Rule == Rules.ShapeContradiction).Take(3)
            .Select(problem => $"\n    {problem.Rule.Id} {problem.Message}{(problem.Node is null ? "" : $" At {problem.Node}.")}"));
        return new Verdict(item, name, fault, blamed, truth.Type.ToText() + elements, fact?.Type.ToText() ?? "nothing", lost + problems);
    }
}
