using ModelGen.EndToEnd.Support;

namespace ModelGen.EndToEnd;

public sealed class ModelFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("modelgen-").FullName;

    private static string Original => Path.Combine(AppContext.BaseDirectory, Digits.Info.FileName);

    private string Copy => Path.Combine(_folder, "copy.onnx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ModelPathNamesAFileElsewhere()
    {
        File.Copy(Original, Copy);
        using Digits model = new(new ModelOptions { ModelPath = Copy });
        Assert.Equal(Copy, model.Engine.ModelPath);
        Assert.Equal(Digits.Label.Three, model.Run(Pictures.Digits[3]).Label);
    }

    [Fact]
    public void RelativeModelPathCountsFromTheProgramsFolder()
    {
        using Digits model = new(new ModelOptions { ModelPath = "Models/digits-one.onnx" });
        Assert.Equal(Digits.Label.Three, model.Run(Pictures.Digits[3]).Label);
    }

    [Fact]
    public void MissingFileIsNamedWithWhatToDo()
    {
        ModelGenException error = Refused(Copy);
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        Assert.Contains(Copy, error.Message, StringComparison.Ordinal);
        Assert.Contains("ModelOptions.ModelPath", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderInTheFilesPlaceIsCalledOne()
    {
        Directory.CreateDirectory(Copy);
        Assert.Contains("a folder of that name", Refused(Copy).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneChangedByteIsRefusedWithBothHashes()
    {
        byte[] bytes = File.ReadAllBytes(Original);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Copy, bytes);
        ModelGenException error = Refused(Copy);
        Assert.Contains(Digits.Info.Sha256, error.Expected, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", error.Actual);
        Assert.NotEqual(Digits.Info.Sha256, error.Actual);
    }

    [Fact]
    public void UncheckedFileMayHaveOtherWeights()
    {
        byte[] bytes = File.ReadAllBytes(Original);
        File.WriteAllBytes(Copy, [.. bytes, .. "r\u0002hi"u8]);
        using Digits model = new(new ModelOptions { ModelPath = Copy, VerifyModelFile = false });
        Assert.Equal(Digits.Label.Three, model.Run(Pictures.Digits[3]).Label);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void UncheckedFileThatIsNoModelIsAnErrorWithItsPath(int length)
    {
        File.WriteAllBytes(Copy, File.ReadAllBytes(Original)[..length]);
        ModelGenException error = Refused(Copy, verify: false);
        Assert.Contains(Copy, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public void FileThatCanNotBeReadIsAnErrorWithTheReason()
    {
        File.Copy(Original, Copy);
        // A lock stands in for missing rights, which a superuser would not notice.
        using FileStream holder = new(Copy, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        ModelGenException error = Refused(Copy);
        Assert.Contains("can't be read", error.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<IOException>(error.InnerException);
    }

    [Fact]
    public void MissingWeightsOfTheirOwnAreAnError()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, External.Info.FileName), Copy);
        ModelGenException error = Assert.Throws<ModelGenException>(() => new External(new ModelOptions { ModelPath = Copy }).Dispose());
        Assert.Contains("external.onnx.data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SharedInstanceIsLoadedAsSoonAsItsFileIsThere()
    {
        // No other test uses this class, which shows besides that a keyword can name a file.
        string file = Path.Combine(AppContext.BaseDirectory, Names.Class.Info.FileName);
        string aside = file + ".aside";
        File.Move(file, aside);
        try
        {
            Assert.Throws<ModelGenException>(() => Names.Class.Predict(new Names.Class.Input([1])));
            Assert.Throws<ModelGenException>(() => Names.Class.Default);
        }
        finally
        {
            File.Move(aside, file);
        }
        Assert.Equal(-1, Names.Class.Predict(new Names.Class.Input([1])).ClassOut[0]);
    }

    [Fact]
    public void SessionIsConfiguredOnceBeforeItIsLoaded()
    {
        int calls = 0;
        using Digits model = new(new ModelOptions
        {
            IntraOpThreads = 1,
            ConfigureSession = session =>
            {
                calls++;
                Assert.Equal(1, session.IntraOpNumThreads);
                session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            },
        });
        Assert.Equal(1, calls);
        Assert.Equal(Digits.Label.Three, model.Run(Pictures.Digits[3]).Label);
    }

    [Fact]
    public void FailureOfTheConfigurationReachesTheCaller()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => new Digits(new ModelOptions { ConfigureSession = _ => throw new InvalidOperationException("mine") }).Dispose());
        Assert.Equal("mine", error.Message);
    }

    [Fact]
    public void WarmupRunsEveryKindOfModel()
    {
        Model[] models = [new Digits(), new TwoDims(), new Late(), new Elements(), new ZeroLength(), new Defaults(), new NoInputs(), new Passthrough()];
        foreach (Model model in models)
        {
            using (model)
                model.Warmup();
        }
    }

    private static ModelGenException Refused(string path, bool verify = true) =>
        Assert.Throws<ModelGenException>(() => new Digits(new ModelOptions { ModelPath = path, VerifyModelFile = verify }).Dispose());
}
