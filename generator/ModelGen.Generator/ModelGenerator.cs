using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Turns every .onnx among a project's additional files into a typed class.</summary>
/// <remarks>
/// The whole pipeline, stage by stage; each stage's values are equatable records, so that nothing runs again unless its own input changed:
/// item → file → sidecars → plan → clashes → source, and the problems beside it.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelItem> items = context.AdditionalTextsProvider
            .Where(ItemReader.IsModel)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select((pair, _) => ItemReader.Read(pair.Left, pair.Right))
            .WithTrackingName(Stages.Items);

        IncrementalValuesProvider<ItemReading> files = items
            .Select(ItemReading.Read)
            .WithTrackingName(Stages.Files);

        IncrementalValueProvider<ImmutableArray<TextFile>> texts = context.AdditionalTextsProvider
            .Where(TextFile.IsSidecar)
            .Select(TextFile.Read)
            .Collect();

        IncrementalValuesProvider<ModelPlan> plans = files
            .Combine(texts)
            .Select((pair, _) => (File: pair.Left, Sidecars: Sidecars.Of(pair.Left.Item, pair.Right)))
            .WithTrackingName(Stages.Sidecars)
            .Select((pair, _) => SpecBuilder.Build(pair.File, pair.Sidecars))
            .WithTrackingName(Stages.Plans);

        IncrementalValueProvider<Clashes> clashes = plans
            .Select((plan, _) => new ClassClaim(plan.Item.Path, plan.Spec.FullName, plan.Spec.OutputFile))
            .Collect()
            .Select((claims, _) => Clashes.Find(claims))
            .WithTrackingName(Stages.Clashes);

        context.RegisterSourceOutput(
            plans.Select((plan, _) => (plan.Item.Path, plan.Spec)).Combine(clashes).Select((pair, _) => pair.Right.Named(pair.Left.Path, pair.Left.Spec)).WithTrackingName(Stages.Sources),
            (output, file) => file?.AddTo(output));

        IncrementalValueProvider<ImmutableArray<TextFile>> projects = context.AdditionalTextsProvider
            .Where(TextFile.IsProject)
            .Select(TextFile.Read)
            .Collect();

        context.RegisterSourceOutput(
            plans.Select((plan, _) => (plan.Item, plan.Problems)).Combine(clashes).Combine(projects).WithTrackingName(Stages.Problems),
            (output, input) =>
            {
                ((ModelItem item, EquatableArray<Problem> problems), Clashes found) = input.Left;
                ProblemReporter.Report(output, item, problems.Concat(found.Of(item)), input.Right);
            });
    }
}
