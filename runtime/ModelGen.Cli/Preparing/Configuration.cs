using ModelGen.Onnx;
using ModelGen.Preprocessing;

namespace ModelGen.Cli;

/// <summary>Reads <c>--config</c>: a .json file, a preset or steps, as the generator reads them.</summary>
internal static class Configuration
{
    // Real files have a few kilobytes.
    private const long LargestFile = 16 << 20;

    /// <summary>The steps for an input; for one of 3 channels, else 1, where there is no model.</summary>
    /// <exception cref="UserFault">The configuration can't be read, asks for what can't be done, or does not fit the input.</exception>
    internal static PreprocessingSpec Read(string config, ImageInputShape? input, int height, int width)
    {
        Func<ImageInputShape, (PreprocessingSpec? Spec, EquatableArray<Problem> Problems)> reader = Reader(config);
        if (input is not null)
            return Require(reader(input));
        ImageInputShape free = new("of --width and --height", 3, height, width, ImageLayout.Chw);
        (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) colour = reader(free);
        (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) gray = colour.Spec is null ? reader(free with { Channels = 1 }) : colour;
        return gray.Spec ?? Require(colour);
    }

    private static Func<ImageInputShape, (PreprocessingSpec? Spec, EquatableArray<Problem> Problems)> Reader(string config)
    {
        if (File.Exists(config) || config.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            string text = Text(config), name = Path.GetFileName(config);
            return input => ConfigFile.Read(text, input, name);
        }
        (PreprocessRequest? request, EquatableArray<Problem> problems) = PreprocessMetadata.Parse(config);
        return request switch
        {
            PreprocessRequest.Inline inline => inline.Steps.For,
            PreprocessRequest.None => throw new UserFault("--config none prepares nothing. Name a preprocessor_config.json, a preset as torchvision:resnet50, or steps as \"resize=256;filter=bilinear;crop=224\"."),
            _ => throw Fault(problems),
        };
    }

    private static string Text(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new UserFault($"{Printable.Quote(path)} has {Units.Bytes(new FileInfo(path).Length)}, more than any configuration: expected a preprocessor_config.json or timm's config.json.");
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserFault($"The configuration {Printable.Quote(path)} can't be read: {Printable.Line(exception.Message)}", exception);
        }
    }

    private static PreprocessingSpec Require((PreprocessingSpec? Spec, EquatableArray<Problem> Problems) result) => result.Spec ?? throw Fault(result.Problems);

    private static UserFault Fault(EquatableArray<Problem> problems) => new(string.Join(Environment.NewLine, problems.Select(ModelProblems.Describe)));
}
