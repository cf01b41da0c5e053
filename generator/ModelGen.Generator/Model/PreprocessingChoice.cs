using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Decides how pictures get into a model: the item's word first, then the files beside the model, then its own metadata, else not at all.</summary>
internal static class PreprocessingChoice
{
    internal static PreprocessingSpec? Choose(ModelItem item, ModelFacts facts, Ports ports, Sidecars sidecars, ProblemList problems)
    {
        (PreprocessRequest? request, EquatableArray<Problem> malformed) =
            item.Preprocess.Length > 0 ? PreprocessMetadata.Parse(item.Preprocess) : (null, default);
        problems.AddRange(malformed);
        if (malformed.Count > 0 || request is PreprocessRequest.None)
            return null;

        TextFile? beside = request is null ? Beside(item, sidecars) : null;
        if (ImageInput.Find(ports) is not { } input)
        {
            // A preprocessor_config.json beside a model of sound or text is none of our business; where something could be a picture, silence would hide a mistake.
            bool couldBePicture = request is not null || (beside is not null && ports.Inputs.Any(port => port.Dims.Count == 4));
            if (couldBePicture && !problems.Has(GeneratorRules.OpenDim))
                NoImageInput(request is not null ? "ModelGenPreprocess asks for preprocessing" : $"{Path.GetFileName(beside!.Path)} lies beside the model", ports, problems);
            return null;
        }
        input = input with { Quantization = facts.Inputs.First(fact => fact.Name == input.Name).Quantization };
        return request switch
        {
            PreprocessRequest.Inline inline => Gathered(inline.Steps.For(input), problems),
            PreprocessRequest.File file => FromFile(file, input, sidecars, problems),
            _ when beside is not null => Gathered(ConfigFile.Read(beside.Text, input, Path.GetFileName(beside.Path)), problems),
            _ => Gathered(ModelMetadata.Read(facts.Metadata, input), problems),
        };
    }

    /// <summary>Hugging Face's file, else timm's; a <c>config.json</c> of others says nothing of pictures.</summary>
    private static TextFile? Beside(ModelItem item, Sidecars sidecars)
    {
        if (sidecars.Beside(item, HuggingFaceConfig.FileName) is { } file)
            return file;
        return sidecars.Beside(item, TimmConfig.FileName) is { } config && ConfigFile.IsTimm(config.Text, config.Path) ? config : null;
    }

    private static PreprocessingSpec? FromFile(PreprocessRequest.File request, ImageInputShape input, Sidecars sidecars, ProblemList problems)
    {
        if (sidecars.Named(request.Path) is { } file)
            return Gathered(ConfigFile.Read(file.Text, input, Path.GetFileName(file.Path)), problems);
        problems.Add(
            PreprocessingRules.PreprocessMalformed,
            $"ModelGenPreprocess names the file {Printable.Quote(request.Path)}, which is neither in the project's folder nor in the model's. Write its path relative to one of them.");
        return null;
    }

    private static PreprocessingSpec? Gathered((PreprocessingSpec? Spec, EquatableArray<Problem> Problems) result, ProblemList problems)
    {
        problems.AddRange(result.Problems);
        return result.Spec;
    }

    private static void NoImageInput(string reason, Ports ports, ProblemList problems)
    {
        string inputs = PortSpec.Describe(ports.Inputs);
        problems.Add(
            PreprocessingRules.PreprocessDoesNotFit,
            $"{reason}, but the model takes no picture: expected one input of float32, float16, uint8 or int8 and rank 4, N×C×H×W or N×H×W×C with 1 or 3 channels and a known height and width, and got {(inputs.Length == 0 ? "no input" : inputs)}. " +
            "Fix the dims with ModelGenShapes, or turn preprocessing off with ModelGenPreprocess=\"none\".");
    }
}
