using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ModelGen.Onnx.Tests;

namespace ModelGen.Generator.Tests;

/// <summary>A project in memory whose models and sidecars lie in a folder of their own.</summary>
internal sealed class TestProject : IDisposable
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Net100.References.All,
        .. new[] { "ModelGen.Runtime", "Microsoft.ML.OnnxRuntime", "System.Numerics.Tensors" }
            .Select(name => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, name + ".dll"))),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly List<TestText> _texts = [];

    /// <summary>What the project's own source file says.</summary>
    public string Code { get; set; } = "";

    /// <summary>The compiler that builds it.</summary>
    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    /// <summary>The project's root namespace.</summary>
    public string RootNamespace { get; init; } = "Shop";

    public TestText this[string name] => _texts.Single(text => System.IO.Path.GetFileName(text.Path) == name);

    public IReadOnlyList<TestText> Texts => _texts;

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    /// <summary>Adds a model with its item metadata, by the keys that the targets write: class, shapes, labels, …</summary>
    public TestProject Model(string name, ModelBuilder model, params (string Key, string Value)[] metadata) => Model(name, model.ToBytes(), metadata);

    public TestProject Model(string name, byte[] bytes, params (string Key, string Value)[] metadata)
    {
        string path = Write(name, bytes);
        _texts.Add(new TestText(path, "", ItemReader.Encode([.. metadata, ("file", "models/" + Path.GetFileName(name))])));
        return this;
    }

    /// <summary>Adds a text file, as the targets do for sidecars.</summary>
    public TestProject Sidecar(string name, string text)
    {
        _texts.Add(new TestText(Write(name, System.Text.Encoding.UTF8.GetBytes(text)), text));
        return this;
    }

    /// <summary>Adds a committed model of the repository with the files beside it.</summary>
    public TestProject RealModel(string folder, params (string Key, string Value)[] metadata)
    {
        foreach (string path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", folder)).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".onnx", StringComparison.Ordinal))
                _texts.Add(new TestText(path, "", ItemReader.Encode([.. metadata, ("file", "models/" + Path.GetFileName(path))])));
            else
                _texts.Add(new TestText(path, File.ReadAllText(path)));
        }
        return this;
    }

    /// <summary>Puts other text or metadata in place of a file's.</summary>
    public void Replace(TestText old, TestText changed) => _texts[_texts.IndexOf(old)] = changed;

    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Shop",
        [Parse(Code, "Program.cs")],
        s_references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            // The SDK silences these two in every project: packages are built against older frameworks than the one they run on.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
            warningLevel: 9999));

    public SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(SourceText.From(code, System.Text.Encoding.UTF8), ParseOptions, path);

    /// <summary>Documentation is checked too: a broken tag or a member without documentation is a warning, and so an error.</summary>
    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public void Dispose() => _folder.Dispose();

    private string Write(string name, byte[] bytes)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
