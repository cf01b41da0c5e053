using Google.Protobuf;
using ModelGen.Conformance;
using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>The seeds, always in the same order, and the operators that occur in them.</summary>
internal sealed class Corpus
{
    // Reading time grows with size and finds nothing that a small graph doesn't: the larger zoo models have thousands of like nodes.
    private const int LargestSeed = 200_000;

    private static readonly string[] s_archives = ["onnx-node-tests.zip", "ml-contrib.zip", "keras.zip", "zoo.zip", "onnx-light.zip", "trained.zip"];

    private Corpus(IEnumerable<Seed> seeds)
    {
        Seeds = [.. seeds];
        Operators = [.. Seeds.SelectMany(seed => ModelProto.Parser.ParseFrom(seed.Bytes).Graph.Node)
            .Select(node => (node.Domain, node.OpType)).Distinct().OrderBy(op => op.Domain, StringComparer.Ordinal).ThenBy(op => op.OpType, StringComparer.Ordinal)];
    }

    /// <summary>The seeds.</summary>
    public IReadOnlyList<Seed> Seeds { get; }

    /// <summary>Every operator that some seed uses.</summary>
    public IReadOnlyList<(string Domain, string OpType)> Operators { get; }

    /// <summary>Reads the archives of Conformance.Tests, the end-to-end tests' small models, and builds some in code.</summary>
    public static Corpus Load()
    {
        IEnumerable<Seed> archived = s_archives.SelectMany(archive => DataFiles.Unzip(archive)
            .Where(file => file.Key.EndsWith(".onnx", StringComparison.Ordinal) && file.Value.Length <= LargestSeed)
            .Select(file => new Seed(archive + "/" + file.Key, file.Value)));
        IEnumerable<Seed> files = Directory.EnumerateFiles(DataFiles.Path("models"), "*.onnx").Order(StringComparer.Ordinal)
            .Where(file => new FileInfo(file).Length <= LargestSeed)
            .Select(file => new Seed(Path.GetFileName(file), File.ReadAllBytes(file)));
        return new Corpus(archived.Concat(files).Concat(BuiltModels.All.Select(model => new Seed("built/" + model.Graph.Name, model.ToByteArray()))));
    }

    /// <summary>One seed. Node tests are many and small, so half of all choices go to the others.</summary>
    public Seed Choose(Random random)
    {
        Seed seed = random.Pick(Seeds);
        for (int tries = 0; tries < 4 && random.Next(2) == 0 && seed.Name.StartsWith(s_archives[0], StringComparison.Ordinal); tries++)
            seed = random.Pick(Seeds);
        return seed;
    }
}
