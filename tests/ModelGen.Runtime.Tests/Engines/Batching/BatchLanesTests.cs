using ModelGen.Engines;

namespace ModelGen.Tests.Engines.Batching;

public class BatchLanesTests
{
    [Theory]
    [InlineData(1, null, 8)]
    [InlineData(2, null, 4)]
    [InlineData(3, null, 2)]
    [InlineData(16, null, 1)]
    [InlineData(null, null, 1)]
    [InlineData(null, true, 1)]
    [InlineData(null, false, 8)]
    [InlineData(4, false, 8)]
    public void BatchesRunBesideEachOtherOnProcessorsThatOneRunLeavesAlone(int? threads, bool? spins, int lanes) =>
        Assert.Equal(lanes, BatchLanes.OnCpu(new ModelOptions { IntraOpThreads = threads, AllowSpinning = spins }, shared: null, processors: 8));

    [Fact]
    public void SharedThreadsCountWhereTheModelHasNoneOfItsOwn()
    {
        Assert.Equal(8, BatchLanes.OnCpu(new ModelOptions(), new SharedThreads(), processors: 8));
        Assert.Equal(1, BatchLanes.OnCpu(new ModelOptions(), new SharedThreads { AllowSpinning = true }, processors: 8));
        Assert.Equal(2, BatchLanes.OnCpu(new ModelOptions { IntraOpThreads = 4 }, new SharedThreads(), processors: 8));
    }
}
