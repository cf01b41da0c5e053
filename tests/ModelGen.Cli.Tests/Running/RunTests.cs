using System.Runtime.InteropServices;
using ModelGen.Onnx;
using ModelGen.Onnx.Tests;
using ModelGen.Onnx.Wire;

namespace ModelGen.Cli.Tests;

public class RunTests
{
    [Fact]
    public async Task TheDigitsGiveTheProbabilitiesOfOnnxRuntimeInPython()
    {
        using TemporaryFolder folder = new();
        // The recipe of the reference: ((i * 2654435761) mod 2^32) / 2^32 at flat index i.
        string input = Save(folder, "image.npy", [1, 1, 8, 8], [.. Enumerable.Range(0, 64).Select(i => (float)((double)unchecked((uint)i * 2654435761u) / 4294967296d))]);

        CliRun run = (await CliRun.Of("run", CliRun.Digits, "--input", "image=" + input, "--out", folder.Path)).Fine();

        float[] expected =
        [
            0.012194261886179447f, 0.05327272042632103f, 0.3960976302623749f, 0.025064317509531975f, 0.04774770140647888f,
            0.003518718993291259f, 0.03383616730570793f, 0.19490137696266174f, 0.20728522539138794f, 0.02608184516429901f,
        ];
        NpyArray output = Load(folder, "probabilities.npy");
        Assert.Equal("1×10", Tensors.Shape(output.Shape));
        Assert.All(Floats(output).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
        Assert.Contains("probabilities.npy", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutValuesTheInputsAreZeros()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", "n", 2).Node("Exp", "x", "y").Output("y", "n", 2));

        CliRun run = (await CliRun.Of("run", path, "--dim", "n=3", "--out", folder.Path)).Fine();

        Assert.Equal([1, 1, 1, 1, 1, 1], Floats(Load(folder, "y.npy")));
        Assert.Contains("3×2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOpenDimIsNamedWithTheOptionThatFixesIt()
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("run", CliRun.Digits, "--out", Path.Combine(folder.Path, "never"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("dim 'batch' is open. Fix it with --dim batch=1 or --shape image=1x1x8x8, or give values with --input.", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "never")));
    }

    [Fact]
    public async Task ADimThatAFileSizesIsThatSizeForTheZerosOfOtherInputs()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("a", "n").Input("b", "n").Node("Sub", "a,b", "y").Output("y", "n"));

        (await CliRun.Of("run", path, "--input", "a=" + Save(folder, "a.npy", [3], [1, 2, 3]), "--out", folder.Path)).Fine();

        Assert.Equal([1, 2, 3], Floats(Load(folder, "y.npy")));
    }

    [Theory]
    [InlineData("Input 'x' wants float32 2×3, but 'x.npy' holds float32 2×4. Dim 1 must be 3", "<f4", "(2, 4)", 32)]
    [InlineData("Input 'x' wants float32 2×3, but 'x.npy' holds float32 6. It needs 2 dims", "<f4", "(6,)", 24)]
    [InlineData("Input 'x' wants float32 2×3, but 'x.npy' holds float64 2×3. Save it as numpy.save('x.npy', a.astype('float32'))", "<f8", "(2, 3)", 48)]
    [InlineData("'x.npy' has elements of type '|O'", "|O", "(2, 3)", 48)]
    [InlineData("'x.npy' has 5 bytes after its header", "<f4", "(2, 3)", 5)]
    public async Task AFileThatDoesNotFitIsComparedWithWhatTheModelWants(string explanation, string descr, string shape, int length)
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, ModelBuilder.Relu(2, 3));
        string file = Path.Combine(folder.Path, "x.npy");
        await File.WriteAllBytesAsync(file, NpyFile.Of(descr, false, shape, new byte[length]));

        CliRun run = await CliRun.Of("run", path, "--input", "x=" + file, "--out", folder.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The model has no input 'z'. Its inputs are 'x'.", "z=x.npy")]
    [InlineData("'nowhere.npy' can't be read", "x=nowhere.npy")]
    public async Task AnInputThatIsNotThereIsNamed(string explanation, string input)
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("run", CliRun.Save(folder, ModelBuilder.Relu(1)), "--input", input, "--out", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesAreMadeFitForFilesAndNeverLeaveTheFolder()
    {
        using TemporaryFolder folder = new();
        string results = Path.Combine(folder.Path, "results");
        string[] names = ["..", "../up", "/root", "a:0", "\U0001F600", "[red]"];
        ModelBuilder model = new ModelBuilder().Input("x", 1);
        foreach (string name in names)
            model.Node("Relu", "x", name).Output(name, 1);

        (await CliRun.Of("run", CliRun.Save(folder, model), "--out", results)).Fine();

        Assert.Equal(["...npy", ".._up.npy", "_.npy", "_red_.npy", "_root.npy", "a_0.npy"], Directory.GetFiles(results).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["model.onnx"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task TwoOutputsThatWouldShareAFileAreToldBeforeTheRun()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", 1).Node("Relu", "x", "a:0").Output("a:0", 1).Node("Neg", "x", "a/0").Output("a/0", 1));

        CliRun run = await CliRun.Of("run", path, "--out", Path.Combine(folder.Path, "never"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("'a:0' and 'a/0' would both be written to a_0.npy", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "never")));
    }

    [Fact]
    public async Task ALinkInTheFolderIsReplacedNotFollowed()
    {
        using TemporaryFolder folder = new();
        string outside = folder.File("precious.txt", 3), results = Directory.CreateDirectory(Path.Combine(folder.Path, "results")).FullName;
        File.CreateSymbolicLink(Path.Combine(results, "y.npy"), outside);

        (await CliRun.Of("run", CliRun.Save(folder, ModelBuilder.Relu(1)), "--out", results)).Fine();

        Assert.Equal(3, new FileInfo(outside).Length);
        Assert.Null(new FileInfo(Path.Combine(results, "y.npy")).LinkTarget);
    }

    [Fact]
    public async Task ASequenceIsWrittenElementByElement()
    {
        TypeProto sequence = new() { SequenceType = new() { ElemType = GraphBuilder.Tensor(ElementType.Float, 2) } };
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", 2).Node("Exp", "x", "e").Node("SequenceConstruct", "x,e", "s").Output("s", sequence));

        CliRun run = (await CliRun.Of("run", path, "--out", folder.Path)).Fine();

        Assert.Equal([0, 0], Floats(Load(folder, "s.0.npy")));
        Assert.Equal([1, 1], Floats(Load(folder, "s.1.npy")));
        Assert.Contains("s[1]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ElementsOfASequenceMayNotShareAFileWithAnotherOutput()
    {
        TypeProto sequence = new() { SequenceType = new() { ElemType = GraphBuilder.Tensor(ElementType.Float, 2) } };
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", 2).Node("Exp", "x", "s.1").Output("s.1", 2).Node("SequenceConstruct", "x,x", "s").Output("s", sequence));

        CliRun run = await CliRun.Of("run", path, "--out", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("s.1.npy", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ElementType.Int8, "int8")]
    [InlineData(ElementType.UInt64, "uint64")]
    [InlineData(ElementType.Float16, "float16")]
    [InlineData(ElementType.Bool, "bool")]
    [InlineData(ElementType.String, "str")]
    [InlineData(ElementType.BFloat16, "float32")]
    [InlineData(ElementType.Double, "float64")]
    public async Task EveryElementTypeGoesInAsZerosAndComesOut(ElementType element, string type)
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder()
            .Input("x", GraphBuilder.Tensor(element, 2, 1)).Node("Identity", "x", "y").Output("y", GraphBuilder.Tensor(element, 2, 1)));

        CliRun run = (await CliRun.Of("run", path, "--out", folder.Path)).Fine();

        NpyArray output = Load(folder, "y.npy");
        Assert.Equal((type, "2×1"), (output.Type.ToString(), Tensors.Shape(output.Shape)));
        Assert.All(output.Data, value => Assert.Equal(0, value));
        Assert.All(output.Strings, Assert.Empty);
        Assert.Equal(element == ElementType.BFloat16, run.Output.Contains("written as float32", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TextAndScalarsGoThroughUnchanged()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder()
            .Input("t", GraphBuilder.Tensor(ElementType.String, 2)).Node("Identity", "t", "u").Output("u", GraphBuilder.Tensor(ElementType.String, 2))
            .Input("x").Node("Identity", "x", "y").Output("y"));
        string text = Path.Combine(folder.Path, "t.npy");
        await File.WriteAllBytesAsync(text, NpyFile.Write(new NpyArray(new NpyType('U', 0), [2], ["Grüße \U0001F600", ""])));

        (await CliRun.Of("run", path, "--input", "t=" + text, "--input", "x=" + Save(folder, "x.npy", [], [2.5f]), "--out", folder.Path)).Fine();

        Assert.Equal(["Grüße \U0001F600", ""], Load(folder, "u.npy").Strings);
        Assert.Equal([2.5f], Floats(Load(folder, "y.npy")));
        Assert.Empty(Load(folder, "y.npy").Shape);
    }

    [Fact]
    public async Task AnEmptyTensorIsWrittenAsOne()
    {
        using TemporaryFolder folder = new();

        (await CliRun.Of("run", CliRun.Save(folder, ModelBuilder.Relu("n", 3)), "--dim", "n=0", "--out", folder.Path)).Fine();

        Assert.Equal("0×3", Tensors.Shape(Load(folder, "y.npy").Shape));
    }

    [Fact]
    public async Task AProviderThatIsNotThereNamesThePackageThatHasIt()
    {
        using TemporaryFolder folder = new();

        foreach (string provider in new[] { "cuda", "tensorrt" })
        {
            CliRun run = await CliRun.Of("run", CliRun.Digits, "--dim", "batch=1", "--provider", provider, "--out", folder.Path);

            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains("Microsoft.ML.OnnxRuntime.Gpu", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AModelWithoutItsWeightsCanBeInspectedButNotRun()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, ModelBuilder.Relu(1).Initializer(new TensorProto { Name = "w", DataType = 1, Dims = { 3 } }));

        Assert.Equal(0, (await CliRun.Of("inspect", path)).ExitCode);
        CliRun run = await CliRun.Of("run", path, "--out", folder.Path);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("MG1021", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADictionaryIsNoFileAndOfNothingElseThereIsNothingToWrite()
    {
        TypeProto map = new() { MapType = new() { KeyType = (int)ElementType.Int64, ValueType = GraphBuilder.Tensor(ElementType.Float) } };
        AttributeProto keys = new() { Name = "classlabels_int64s", Type = AttributeProto.Types.AttributeType.Ints, Ints = { 0, 1 } };
        ModelBuilder model = new ModelBuilder().Opset("ai.onnx.ml", 1).Input("x", 1, 2).Node("ai.onnx.ml.ZipMap", "x", "m", keys).Output("m", new TypeProto { SequenceType = new() { ElemType = map } });
        using TemporaryFolder folder = new();

        CliRun nothing = await CliRun.Of("run", CliRun.Save(folder, model), "--out", folder.Path);
        CliRun something = await CliRun.Of("run", CliRun.Save(folder, model.Node("Relu", "x", "y").Output("y", 1, 2)), "--out", folder.Path);

        Assert.Equal((1, 0), (nothing.ExitCode, something.ExitCode));
        Assert.All([nothing, something], run => Assert.Contains("'m' is sequence(map(int64,float32)), not written: dictionaries have no place in a .npy file", run.Error, StringComparison.Ordinal));
        Assert.Equal([0, 0], Floats(Load(folder, "y.npy")));
    }

    [Fact]
    public async Task AnOperatorThatOnnxRuntimeLacksIsItsMessageAndEndsWithOne()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", 1).Node("NoSuchThing", "x", "y").Output("y", 1));

        CliRun run = await CliRun.Of("run", path, "--out", folder.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("ONNX Runtime", run.Error, StringComparison.Ordinal);
        Assert.Contains("NoSuchThing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatCannotBeMadeIsNamed()
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("run", CliRun.Save(folder, ModelBuilder.Relu(1)), "--out", folder.File("a file"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("can't be made", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoppedRunWritesNothing()
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Until(new CancellationToken(canceled: true), "run", CliRun.Digits, "--dim", "batch=1", "--out", Path.Combine(folder.Path, "never"));

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "never")));
    }

    private static string Save(TemporaryFolder folder, string name, long[] shape, float[] values)
    {
        string path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, NpyFile.Write(new NpyArray(new NpyType('f', 4), shape, NpyFile.Floats(values))));
        return path;
    }

    private static NpyArray Load(TemporaryFolder folder, string name) => NpyFile.Read(File.ReadAllBytes(Path.Combine(folder.Path, name)));

    private static float[] Floats(NpyArray array) => MemoryMarshal.Cast<byte, float>(array.Data).ToArray();
}
