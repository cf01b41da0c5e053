namespace ModelGen.Cli;

/// <summary>What the command line asks <c>preprocess</c> for.</summary>
/// <param name="Image">The picture's path.</param>
/// <param name="Config">A path, a preset or steps.</param>
/// <param name="Out">The path of the .npy file.</param>
/// <param name="Model">The model's path; null without one.</param>
/// <param name="Height">The tensor's height; 0 when not given.</param>
/// <param name="Width">The tensor's width; 0 when not given.</param>
internal sealed record PreprocessRequestArguments(string Image, string Config, string Out, string? Model, int Height, int Width);
