using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public sealed class FileLockTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void OnlySharedLocksGoTogetherWithinOneProcessToo(bool firstShared, bool secondShared, bool together)
    {
        using FileLock? first = Take(firstShared), second = Take(secondShared);

        Assert.NotNull(first);
        Assert.Equal(together, second is not null);
    }

    [Fact]
    public void ALockThatIsGivenBackCanBeTakenAgain()
    {
        FileLock first = Take(shared: false)!;
        first.Dispose();
        first.Dispose();

        using FileLock? second = Take(shared: false);
        Assert.NotNull(second);
    }

    [Fact]
    public void TheFileIsThatOfItsUserAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        using FileLock? taken = Take(shared: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_scratch["lock"]));
        Assert.Equal(0, new FileInfo(_scratch["lock"]).Length);
    }

    [Fact]
    public void AFolderThatIsNotThereIsAnErrorOfTheFileSystem() =>
        Assert.ThrowsAny<IOException>(() => FileLock.TryTake(_scratch["nowhere/lock"], shared: true, everyone: false));

    [Fact]
    public async Task TheGateKeepsLocksFromBeingTakenWhileTheirFilesAreDeleted()
    {
        CacheLayout layout = new(_scratch["cache"], shared: false);
        layout.Make();
        CacheLocks locks = new(layout);
        FileLock gate = locks.CloseGate()!;

        var taking = Task.Run(() => locks.TryTake(layout.Lock("a"), shared: false));
        await Task.WhenAny(taking, Task.Delay(TimeSpan.FromMilliseconds(100)));
        Assert.False(File.Exists(layout.Lock("a")));
        gate.Dispose();

        using FileLock? taken = await taking;
        Assert.NotNull(taken);
    }

    private FileLock? Take(bool shared) => FileLock.TryTake(_scratch["lock"], shared, everyone: false);
}
