using ModelGen.CacheFaults;
using ModelGen.Engines;
using ModelGen.GpuCheck;

namespace ModelGen.Tests.GpuCheck;

/// <summary>The models of tests/Gpu.Check: read, changed, and made.</summary>
public sealed class GpuCheckModelTests : IDisposable
{
    private static readonly string s_digits = Path.Join(AppContext.BaseDirectory, "Data", "digits.onnx");

    private readonly Scratch _scratch = new();

    public GpuCheckModelTests() => NativeRuntime.EnsureLoaded();

    [Fact]
    public void NamedOpenDimsAreFixedToOneAndTheBatchCanStayOpen()
    {
        CheckModel model = ModelReader.Read(s_digits);

        Assert.Equal("image float32 1×1×8×8", model.Info.Inputs.Single().ToString());
        Assert.Equal("probabilities float32 1×10", model.Info.Outputs.Single().ToString());
        Assert.Equal(KeyValuePair.Create("batch", 1L), Assert.Single(model.Info.FixedDims));
        Assert.Equal("image float32 batch×1×8×8", model.OpenInfo!.Inputs.Single().ToString());
        Assert.Empty(model.OpenInfo.FixedDims);
    }

    [Fact]
    public void AModelRunsWithItsBatchFixedToAnotherSize()
    {
        CheckModel model = ModelReader.Read(s_digits);
        ModelInfo two = StaleKey.WithBatchOf(2, model.Info, model.OpenInfo!);
        using Engine engine = Engine.Load(two, new ModelOptions { ModelPath = s_digits, Provider = Provider.Cpu });

        Assert.Equal(2 * 10 * sizeof(float), Assert.Single(Runner.Run(engine, Runner.Inputs(two, 1))).Length);
    }

    [Fact]
    public void ChangedWeightsKeepTheFilesLengthAndShapesAndChangeTheResult()
    {
        string copy = _scratch["digits.onnx"];
        int numbers = WeightBytes.CopyChanged(s_digits, copy);
        CheckModel before = ModelReader.Read(s_digits), after = ModelReader.Read(copy);
        byte[][] inputs = Runner.Inputs(before.Info, 1);
        using Engine first = Engine.Load(before.Info, new ModelOptions { ModelPath = s_digits, Provider = Provider.Cpu });
        using Engine second = Engine.Load(after.Info, new ModelOptions { ModelPath = copy, Provider = Provider.Cpu });
        Difference difference = Difference.Between(before.Info, Runner.Run(first, inputs), Runner.Run(second, inputs));

        Assert.True(numbers > 1000, $"{numbers}");
        Assert.Equal(new FileInfo(s_digits).Length, new FileInfo(copy).Length);
        Assert.NotEqual(before.Info.Sha256, after.Info.Sha256);
        Assert.Equal(before.Info.Inputs.Single().ToString(), after.Info.Inputs.Single().ToString());
        // As much as the check asks for before it trusts the comparison.
        Assert.True(difference.Relative > 3 * Tolerance.TenBits, difference.ToString());
    }

    [Fact]
    public void TheOddModelRunsOnTheCpuAndEndsWithTheOperatorThatTensorRTLacks()
    {
        string path = _scratch["odd.onnx"];
        OddModel.Write(path);
        CheckModel odd = ModelReader.Read(path);
        using Engine engine = Engine.Load(odd.Info, new ModelOptions { ModelPath = path, Provider = Provider.Cpu });
        float result = BitConverter.ToSingle(Assert.Single(Runner.Run(engine, Runner.Inputs(odd.Info, 1))));

        Assert.True(float.IsFinite(result) && result != 0);
        Assert.Contains(engine.Nodes(), node => node is { Operator: OddModel.Operator, Node: "determinant" });
    }

    [Fact]
    public void AFileThatIsNoModelIsSkippedAndNotAnError()
    {
        string path = _scratch["text.onnx"];
        File.WriteAllText(path, "no model");

        Assert.Throws<CheckSkippedException>(() => ModelReader.Read(path));
    }

    [Fact]
    public void DamageIsWhatItsNameSays()
    {
        string path = _scratch["engine"];
        byte[] bytes = [1, 2, 3, 4];
        File.WriteAllBytes(path, bytes);
        Damage.FlipByte(path);
        Assert.Equal([1, 2, 2, 4], File.ReadAllBytes(path));
        Damage.Truncate(path);
        Assert.Equal([1, 2], File.ReadAllBytes(path));
        Damage.Empty(path);
        Assert.Empty(File.ReadAllBytes(path));
    }

    [Fact]
    public void NativesAreAllLibrariesButOnnxRuntimesAndTheDrivers()
    {
        foreach (string name in new[] { "libonnxruntime.so", "libonnxruntime_providers_cuda.so", "libcuda.so.1", "libnvidia-ml.so.1", "libnvinfer.so.10", "libcudart.so.13", "notes.txt" })
            File.WriteAllText(_scratch[name], "");

        Assert.Equal(["libcudart.so.13", "libnvinfer.so.10"], NativeFolder.Libraries(_scratch.Folder).Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void ADifferenceThatIsNoNumberIsInfinite()
    {
        ModelInfo info = ModelReader.Read(s_digits).Info;
        byte[][] zeros = Runner.Outputs(info), nothing = Runner.Outputs(info);
        BitConverter.TryWriteBytes(nothing[0], float.NaN);

        Assert.Equal(0, Difference.Between(info, zeros, zeros).Max);
        Assert.Equal(0, Difference.Between(info, nothing, nothing).Max);
        Assert.Equal(double.PositiveInfinity, Difference.Between(info, zeros, nothing).Max);
        Assert.Throws<CheckFailedException>(() => Tolerance.Check("no number", Difference.Between(info, zeros, nothing), Tolerance.TenBits));
    }

    public void Dispose() => _scratch.Dispose();
}
