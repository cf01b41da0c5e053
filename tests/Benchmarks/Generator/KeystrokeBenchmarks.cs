using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelGen.Benchmarks;

/// <summary>What a keystroke elsewhere in the project costs with twenty models in it, against none: nothing is read again.</summary>
[Config(typeof(ShortRun))]
[MemoryDiagnoser]
public class KeystrokeBenchmarks : IDisposable
{
    private const int Models = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("modelgen-").FullName;
    private readonly CSharpCompilation[] _edits = [GeneratorHost.Compilation("class A;"), GeneratorHost.Compilation("class B;")];
    private GeneratorDriver _without = GeneratorHost.Driver([]);
    private GeneratorDriver _with;
    private int _edit;

    /// <summary>Builds the project once; the benchmarks are what follows.</summary>
    public KeystrokeBenchmarks()
    {
        string[] paths = [.. Enumerable.Range(0, Models).Select(i => Path.Combine(_folder, $"{i}.onnx"))];
        foreach (string path in paths)
            LargeModel.Write(path, tensors: 100, bytesEach: 1_000_000);
        _with = GeneratorHost.Driver(paths).RunGenerators(_edits[0]);
        _without = _without.RunGenerators(_edits[0]);
    }

    /// <summary>The compiler's own work for a project without models.</summary>
    [Benchmark(Baseline = true, Description = "keystroke, no models")]
    public GeneratorDriver Without() => _without = _without.RunGenerators(_edits[++_edit % 2]);

    /// <summary>The same with models.</summary>
    [Benchmark(Description = "keystroke, 20 models of 100 MB")]
    public GeneratorDriver With() => _with = _with.RunGenerators(_edits[++_edit % 2]);

    /// <summary>What the keystroke would cost if everything ran again.</summary>
    [Benchmark(Description = "everything anew, 20 models of 100 MB")]
    public GeneratorDriver Anew() => GeneratorHost.Driver([.. Directory.GetFiles(_folder)]).RunGenerators(_edits[0]);

    /// <summary>Removes the models.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
