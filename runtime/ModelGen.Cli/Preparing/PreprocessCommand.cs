using System.CommandLine;
using System.CommandLine.Parsing;
using ModelGen.Preprocessing;

namespace ModelGen.Cli;

/// <summary><c>modelgen preprocess</c>: writes the tensor that a model sees of a picture.</summary>
internal static class PreprocessCommand
{
    /// <summary>The command's name.</summary>
    internal const string Name = "preprocess";

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings)
    {
        Command command = new(Name, "Prepares a picture as a model's configuration says, and writes the tensor as a .npy file.");
        Argument<string> image = new("image") { Description = "The picture: JPEG, PNG, GIF, BMP or WebP.", HelpName = "IMAGE" };
        Option<string> config = new("--config")
        {
            Description = "A preprocessor_config.json, timm's config.json, or what ModelGenPreprocess takes: a preset or steps.",
            HelpName = "CONFIG",
            Required = true,
        };
        Option<string> file = new("--out") { Description = "The .npy file to write.", HelpName = "FILE.npy", Required = true };
        Option<string> model = new("--model") { Description = "The .onnx file whose input the tensor is for: its size, layout and element type.", HelpName = "MODEL" };
        Option<int?> height = new("--height") { Description = "The tensor's height, where neither the steps nor a model say it.", HelpName = "N" };
        Option<int?> width = new("--width") { Description = "The tensor's width, where neither the steps nor a model say it.", HelpName = "N" };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of a page." };
        height.Validators.Add(IsSide);
        width.Validators.Add(IsSide);
        command.Validators.Add(result =>
        {
            if (result.GetResult(height) is null != result.GetResult(width) is null)
                result.AddError("--height and --width go together: give both or neither.");
        });
        command.Add(image);
        foreach (Option option in new Option[] { config, file, model, height, width, json })
            command.Add(option);
        command.SetAction((result, stop) => Task.Run(
            () => Run(
                new PreprocessRequestArguments(
                    result.GetRequiredValue(image), result.GetRequiredValue(config), result.GetRequiredValue(file), result.GetValue(model),
                    result.GetValue(height) ?? 0, result.GetValue(width) ?? 0),
                result.GetValue(json), surroundings, stop),
            CancellationToken.None));
        return command;
    }

    private static int Run(PreprocessRequestArguments request, bool json, Surroundings surroundings, CancellationToken stop)
    {
        ImageInputShape? input = InputOfModel.Find(request, surroundings, stop);
        PreprocessingSpec spec = Configuration.Read(request.Config, input, request.Height, request.Width);
        stop.ThrowIfCancellationRequested();
        PreparedTensor tensor = PreparedTensor.Make(spec, input?.Element ?? Onnx.ElementType.Float, request.Image);
        NpyFileOutput.Write(request.Out, tensor);
        PreprocessReport report = new(request, spec, tensor);
        if (json)
            report.WriteJson(surroundings.Output);
        else
            report.WritePage(surroundings);
        return ExitCode.Fine;
    }

    // From the words themselves: a value can't be asked for while another option has an error.
    private static void IsSide(OptionResult option)
    {
        foreach (string text in option.Tokens.Select(token => token.Value).Where(text => int.TryParse(text, out int side) && side is < 1 or > PixelSize.MaxSide))
            option.AddError($"{option.IdentifierToken?.Value} should be 1 to {PixelSize.MaxSide} pixels, not {Onnx.Printable.Line(text, 40)}.");
    }
}
