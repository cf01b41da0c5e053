using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Makes the plan of a class from a model's facts, its item and the files beside it.</summary>
internal static class SpecBuilder
{
    internal static ModelPlan Build(ItemReading read, Sidecars sidecars)
    {
        ModelItem item = read.Item;
        ProblemList problems = new(read.Problems);
        (string name, string @namespace) = ClassNames.Choose(item, problems);
        ModelBody? body = read.Facts is { } facts ? BuildBody(item, read.Sha256, facts, sidecars, problems) : null;
        return new ModelPlan(
            item,
            new ModelSpec
            {
                Namespace = @namespace,
                Class = name,
                Name = Path.GetFileNameWithoutExtension(item.Path),
                OutputFile = item.OutputFile,
                Body = problems.HasErrors ? null : body,
            },
            problems.ToArray());
    }

    private static ModelBody BuildBody(ModelItem item, string sha256, ModelFacts facts, Sidecars sidecars, ProblemList problems)
    {
        OpenDims.Check(facts, problems);
        WeightFiles.Check(item, facts, problems);
        Ports ports = PortBuilder.Build(facts);
        PreprocessingSpec? preprocessing = PreprocessingChoice.Choose(item, facts, ports, sidecars, problems);
        return new ModelBody
        {
            Sha256 = sha256,
            Facts = facts,
            Inputs = ports.Inputs,
            Outputs = ports.Outputs,
            OpenDims = ports.OpenDims,
            Preprocessing = preprocessing,
            Result = ResultChoice.Choose(item, facts, ports, preprocessing is not null, sidecars, problems),
            Precision = PrecisionChoice.Choose(item, problems),
        };
    }
}
