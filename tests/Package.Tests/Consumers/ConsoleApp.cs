namespace Package.Tests;

/// <summary>A console program that names the digit on a picture, with the packages only.</summary>
internal static class ConsoleApp
{
    public const string Program = """
        using App;
        using ModelGen;

        var result = Digits.Predict(Path.Combine(AppContext.BaseDirectory, "digit-7.png"));
        Console.WriteLine($"label={result.Label}");
        Console.WriteLine($"probability={result.Probability.ToString("F4", System.Globalization.CultureInfo.InvariantCulture)}");
        Console.WriteLine($"sha256={Digits.Info.Sha256}");
        """;

    public const string Items = """
        <AdditionalFiles Include="models/digits.onnx" ModelGenShapes="batch=1" />
            <None Update="digit-7.png" CopyToOutputDirectory="PreserveNewest" />
        """;

    public const string Properties = "<OutputType>Exe</OutputType><RootNamespace>App</RootNamespace><ImplicitUsings>enable</ImplicitUsings><GenerateDocumentationFile>true</GenerateDocumentationFile>";

    public static string OnnxRuntime { get; } = "Microsoft.ML.OnnxRuntime/" + Repository.VersionOf("Microsoft.ML.OnnxRuntime");

    public static string SkiaForLinux { get; } =
        "SkiaSharp.NativeAssets.Linux.NoDependencies/" + Repository.VersionOf("SkiaSharp.NativeAssets.Linux.NoDependencies");

    public static string Write(Workshop workshop)
    {
        AddSources(workshop, "App");
        return workshop.Project("App/App.csproj", Items, Properties + "<EnableNETAnalyzers>true</EnableNETAnalyzers>", "ModelGen", "ModelGen.Skia", OnnxRuntime, SkiaForLinux);
    }

    /// <summary>The program, its model and its picture.</summary>
    public static void AddSources(Workshop workshop, string folder)
    {
        workshop.Write($"{folder}/Program.cs", Program);
        AddDigits(workshop, $"{folder}/models");
        workshop.Copy("models/digits/samples/digit-7.png", $"{folder}/digit-7.png");
    }

    public static void AddDigits(Workshop workshop, string folder)
    {
        foreach (string file in new[] { "digits.onnx", "config.json", "preprocessor_config.json" })
            workshop.Copy($"models/digits/{file}", $"{folder}/{file}");
    }
}
