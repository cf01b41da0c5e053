using CsCheck;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines.Batching;

public class BatchPolicyTests
{
    private static readonly TimeSpan s_delay = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void NobodyWaitsLongerThanABatchTakes()
    {
        BatchPolicy policy = new(8, s_delay);
        Assert.Equal(s_delay, policy.Delay);
        policy.Took(TimeSpan.FromMilliseconds(3));
        Assert.Equal(TimeSpan.FromMilliseconds(3), policy.Delay);
        policy.Took(TimeSpan.FromMilliseconds(100));
        Assert.Equal(s_delay, policy.Delay);
    }

    [Fact]
    public void NetworksTooFastForATimerNeverWait()
    {
        BatchPolicy policy = new(8, s_delay);
        policy.Took(TimeSpan.FromMicroseconds(20));
        Assert.Equal(TimeSpan.Zero, policy.Delay);
    }

    [Fact]
    public void FirstItemsWaitForOthersUntilTheyAreLate()
    {
        BatchPolicy policy = new(8, s_delay);
        policy.Came(1);
        Assert.False(policy.IsDue(1, 8, running: 0, lanes: 1, isLate: false));
        Assert.True(policy.IsDue(1, 8, running: 0, lanes: 1, isLate: true));
    }

    [Fact]
    public void LoneCallerWaitsOnceAndNeverAgain()
    {
        BatchPolicy policy = new(8, s_delay);
        policy.Came(1);
        Assert.True(policy.IsDue(1, 8, running: 0, lanes: 1, isLate: true));
        policy.Came(1);
        Assert.True(policy.IsDue(1, 8, running: 0, lanes: 1, isLate: false));
    }

    [Fact]
    public void CircleOfCallersIsServedAsSoonAsAllHaveCome()
    {
        BatchPolicy policy = new(8, s_delay);
        policy.Came(1);
        Assert.True(policy.IsDue(1, 8, running: 0, lanes: 1, isLate: true));
        // Two more come while the first one's item runs.
        policy.Came(2);
        policy.Came(3);
        Assert.False(policy.IsDue(2, 8, running: 0, lanes: 1, isLate: false));
        Assert.True(policy.IsDue(3, 8, running: 0, lanes: 1, isLate: false));
        // One of them leaves: the rest wait out one delay for it, and expect two from then on.
        Assert.False(policy.IsDue(2, 8, running: 0, lanes: 1, isLate: false));
        Assert.True(policy.IsDue(2, 8, running: 0, lanes: 1, isLate: true));
        Assert.True(policy.IsDue(2, 8, running: 0, lanes: 1, isLate: false));
    }

    [Fact]
    public void ItemsGatherWhileTheModelIsBusyUntilABatchIsFull()
    {
        BatchPolicy policy = new(4, s_delay);
        Assert.False(policy.IsDue(3, 4, running: 1, lanes: 1, isLate: true));
        Assert.True(policy.IsDue(4, 4, running: 1, lanes: 1, isLate: false));
    }

    [Fact]
    public void ItemsAreSharedOutAmongTheLanes()
    {
        BatchPolicy policy = new(64, s_delay);
        policy.Came(7);
        Assert.True(policy.IsDue(7, 64, running: 0, lanes: 2, isLate: true));
        // Seven are expected now, four on one lane and three on the other.
        Assert.False(policy.IsDue(3, 64, running: 0, lanes: 2, isLate: false));
        Assert.True(policy.IsDue(4, 64, running: 0, lanes: 2, isLate: false));
        Assert.True(policy.IsDue(4, 64, running: 1, lanes: 2, isLate: false));
        Assert.False(policy.IsDue(4, 64, running: 2, lanes: 2, isLate: false));
        // The rest need not wait out the delay beside a running batch: it ends soon, and then they are looked at again.
        Assert.False(policy.IsDue(3, 64, running: 1, lanes: 2, isLate: true));
    }

    [Fact]
    public void TwoCallersOfTwoLanesNeverWaitForEachOther()
    {
        BatchPolicy policy = new(64, s_delay);
        policy.Came(2);
        Assert.True(policy.IsDue(2, 64, running: 0, lanes: 2, isLate: true));
        Assert.True(policy.IsDue(1, 64, running: 0, lanes: 2, isLate: false));
        Assert.True(policy.IsDue(1, 64, running: 1, lanes: 2, isLate: false));
    }

    [Fact]
    public void NoItemOfAFreeModelWaitsLongerThanItMay() => Gen.Select(Gen.Int[1, 50].Array[0, 20], Gen.Int[1, 32], Gen.Int[1, 40], Gen.Int[1, 16]).Sample((present, largest, waiting, lanes) =>
    {
        BatchPolicy policy = new(largest, s_delay);
        foreach (int count in present)
            policy.Came(count);
        Assert.True(policy.IsDue(waiting, largest, running: 0, lanes, isLate: true));
    });
}
