using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>One comparison: first the outputs over all samples, then, on request, the values inside the graph for each variant's worst sample.</summary>
internal sealed class Comparison(ModelInfo info, IReadOnlyList<EngineVariant> variants, CompareOptions options, CancellationToken cancellation)
{
    private readonly List<ComparedSide> _sides = [];
    private readonly int[] _worst = new int[variants.Count];

    /// <summary>Compares.</summary>
    public EngineComparison Run()
    {
        (ImmutableArray<ValueDifference>[] differences, ImmutableArray<NamedTensor>[] worst) = CompareOutputs();
        return new EngineComparison(
            info.Name, variants[0].Name, options.Samples, options.Tolerance, [.. Enumerable.Range(1, variants.Count - 1).Select(side => Judge(side, differences[side], worst[side]))]);
    }

    // The sessions are gone when it returns: the search for nodes loads copies of the models, and both would take the memory twice.
    private (ImmutableArray<ValueDifference>[] Differences, ImmutableArray<NamedTensor>[] Worst) CompareOutputs()
    {
        try
        {
            foreach (EngineVariant variant in variants)
            {
                cancellation.ThrowIfCancellationRequested();
                _sides.Add(new ComparedSide(info, variant, cancellation));
            }
            string[] outputs = [.. _sides[0].Session.OutputNames];
            DifferenceSum[][] sums = [.. _sides.Select(_ => outputs.Select(name => new DifferenceSum(name, options.ClassAxis)).ToArray())];
            for (int sample = 0; sample < options.Samples; sample++)
            {
                Sample(sample, outputs, sums);
                options.Progress?.Report((sample + 1.0) / options.Samples / (options.FindNode ? variants.Count : 1));
            }
            return ([.. sums.Select(side => side.Select(sum => sum.Result).ToImmutableArray())], [.. _worst.Select(Inputs)]);
        }
        finally
        {
            foreach (ComparedSide side in _sides)
                side.Dispose();
        }
    }

    private ImmutableArray<NamedTensor> Inputs(int sample) =>
        InputFeed.Complete(_sides[0].Session, info.Name, new InputPlan(options.Inputs, options.OpenDims, options.InputShapes, unchecked(options.Seed + sample)));

    private void Sample(int sample, string[] outputs, DifferenceSum[][] sums)
    {
        ImmutableArray<NamedTensor> inputs = Inputs(sample);
        using InputFeed feed = Feed(_sides[0], inputs);
        using IDisposableReadOnlyCollection<OrtValue> expected = _sides[0].Run(feed, outputs);
        for (int side = 1; side < _sides.Count; side++)
        {
            double before = sums[side].Max(sum => sum.Result.MaxRelative);
            int[] common = [.. Enumerable.Range(0, outputs.Length).Where(i => _sides[side].Session.OutputMetadata.ContainsKey(outputs[i]))];
            foreach (int i in Enumerable.Range(0, outputs.Length).Except(common))
                sums[side][i].Refuse("there is no such output");
            if (common.Length == 0)
                continue;
            using InputFeed own = Feed(_sides[side], inputs);
            using IDisposableReadOnlyCollection<OrtValue> actual = _sides[side].Run(own, [.. common.Select(i => outputs[i])]);
            for (int i = 0; i < common.Length; i++)
                sums[side][common[i]].Add(expected[common[i]], actual[i]);
            if (sums[side].Max(sum => sum.Result.MaxRelative) > before)
                _worst[side] = sample;
        }
    }

    private static InputFeed Feed(ComparedSide side, ImmutableArray<NamedTensor> inputs) =>
        InputFeed.Make(side.Session, side.Info.Name, InputPlan.Of(inputs));

    private VariantDifference Judge(int side, ImmutableArray<ValueDifference> outputs, ImmutableArray<NamedTensor> worst)
    {
        (NodeDivergence? node, int compared) = options.FindNode ? FindNode(side, worst) : (null, 0);
        return new VariantDifference(variants[side].Name, outputs, outputs.All(output => output.IsWithin(options.Tolerance)), node, compared);
    }

    private (NodeDivergence? Node, int Compared) FindNode(int side, ImmutableArray<NamedTensor> inputs)
    {
        using OpenedModel reference = Open(_sides[0]), other = Open(_sides[side]);
        return new NodeSearch(options, inputs, cancellation).Find(reference, other, share => options.Progress?.Report((side + share) / variants.Count));
    }

    private static OpenedModel Open(ComparedSide side) => OpenedModel.Open(side.Info, side.Options, side.Path);
}
