using System.Reflection;

namespace Architecture.Tests;

/// <summary>Dependencies point one way: the runtime and the reader of ONNX know nobody, the generator knows the reader.</summary>
public class DependencyTests
{
    private static readonly Assembly s_onnx = typeof(ModelGen.Onnx.ModelReader).Assembly;
    private static readonly Assembly s_preprocessing = typeof(ModelGen.Preprocessing.PreprocessingSpec).Assembly;
    private static readonly Assembly s_generator = typeof(ModelGen.Generator.ModelGenerator).Assembly;
    private static readonly Assembly s_runtime = typeof(ModelGen.Model).Assembly;
    private static readonly Assembly s_skia = typeof(ModelGen.ImageFile).Assembly;

    [Fact]
    public void TheReaderOfOnnxKnowsNeitherTheCompilerNorAnyOtherRoom() =>
        AssertReferences(s_onnx, allowed: ["netstandard", "Google.Protobuf", "System.Memory"]);

    [Fact]
    public void TheReaderOfPreprocessingKnowsTheReaderOfOnnxOnly() =>
        AssertReferences(s_preprocessing, allowed: ["netstandard", "ModelGen.Onnx", "Google.Protobuf", "System.Memory"]);

    [Fact]
    public void TheGeneratorKnowsTheReadersAndTheCompilerButNotTheRuntime() =>
        AssertReferences(s_generator, allowed: ["netstandard", "ModelGen.Onnx", "ModelGen.Preprocessing", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "Google.Protobuf", "System.Memory"]);

    [Fact]
    public void TheRuntimeKnowsOnnxRuntimeTensorsAndAbstractionsOfTheHostAndNoOtherRoom() => Assert.Equal(
        [
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.ML.OnnxRuntime", "System.Numerics.Tensors",
        ],
        BeyondTheFramework(s_runtime));

    [Fact]
    public void TheDecoderKnowsTheRuntimeAndItsCodecOnly() =>
        Assert.Equal(["ModelGen.Runtime", "SkiaSharp"], BeyondTheFramework(s_skia));

    /// <summary>The tool reads configurations as the generator does and prepares pictures as the runtime does, so that its tensor is the model's own; only the compiler's half stays out.</summary>
    [Fact]
    public void TheToolKnowsTheReadersTheRuntimeAndOnnxRuntimeButNotTheGenerator() => Assert.Equal(
        ["Microsoft.Extensions.Logging.Abstractions", "Microsoft.ML.OnnxRuntime", "ModelGen.Onnx", "ModelGen.Preprocessing", "ModelGen.Runtime", "ModelGen.Skia", "Spectre.Console", "Spectre.Console.Ansi", "System.CommandLine"],
        BeyondTheFramework(Assembly.Load("ModelGen.Cli")));

    [Fact]
    public void TheGeneratorRunsInTheOldestSupportedCompiler() => Assert.All(
        s_generator.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
        name => Assert.Equal(new Version(4, 8, 0, 0), name.Version));

    private static void AssertReferences(Assembly assembly, string[] allowed) =>
        Assert.Empty(assembly.GetReferencedAssemblies().Select(name => name.Name).Except(allowed));

    private static string[] BeyondTheFramework(Assembly assembly)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !File.Exists(Path.Combine(framework, name + ".dll"))).Order(StringComparer.Ordinal)];
    }
}
