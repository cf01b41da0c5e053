using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ModelGen.Generator;

namespace ModelGen.Benchmarks;

/// <summary>Hosts the generator as the compiler does.</summary>
internal static class GeneratorHost
{
    public static CSharpCompilation Compilation(string code = "") => CSharpCompilation.Create(
        "Shop", [CSharpSyntaxTree.ParseText(code)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

    /// <summary>A driver over these models. The hash comes from the build, as it does with MSBuild.</summary>
    public static GeneratorDriver Driver(IReadOnlyList<string> models) => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()],
        models.Select((path, i) => new ModelText(path, ItemReader.Encode(("class", $"Model{i}"), ("file", $"models/{i}.onnx"), ("sha256", new string('0', 64)), ("stamp", "1")))),
        CSharpParseOptions.Default,
        new Options());

    private sealed class ModelText(string path, string metadata) : AdditionalText
    {
        public override string Path => path;

        public string Metadata => metadata;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("", "");

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(ItemReader.Metadatum, ((ModelText)textFile).Metadata);
    }

    private sealed class Values(string onlyKey, string onlyValue) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == onlyKey ? onlyValue : null;
            return value is not null;
        }
    }
}
