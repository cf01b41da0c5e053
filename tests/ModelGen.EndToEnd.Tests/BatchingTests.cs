using System.Diagnostics.Metrics;
using ModelGen.EndToEnd.Support;
using ModelGen.Engines;

namespace ModelGen.EndToEnd;

[Collection(nameof(DigitsMeter))]
public class BatchingTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    // Long enough that no test ends before it, so that each shows what ends the wait instead.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private static ModelOptions Batching(int maxBatch, TimeSpan maxDelay, int maxCalls = 2) =>
        new() { MaxCalls = maxCalls, Batching = new BatchingOptions { MaxBatch = maxBatch, MaxDelay = maxDelay } };

    [Fact]
    public async Task FullBatchRunsAtOnceAndGivesEachItsOwnResult()
    {
        using Measured measured = new("digits", OfBatches);
        using Digits model = new(Batching(10, s_patience));
        Task<Classification<Digits.Label>>[] calls = [.. Pictures.Digits.ToArray().Select(image => model.RunAsync(image))];
        Classification<Digits.Label>[] results = await Task.WhenAll(calls).WaitAsync(s_long);
        Classification<Digits.Label>[] expected = model.Run(Pictures.Digits);
        for (int digit = 0; digit < 10; digit++)
        {
            Assert.Equal((Digits.Label)digit, results[digit].Label);
            Assert.Equal(expected[digit].Probability, results[digit].Probability, 1e-5f);
        }
        Assert.Equal([10], measured.Of("modelgen.batch.size"));
    }

    [Fact]
    public async Task LoneItemIsServedAfterTheDelay()
    {
        using Digits model = new(Batching(32, TimeSpan.FromMilliseconds(5)));
        Assert.Equal(Digits.Label.Six, (await model.RunAsync(Pictures.Digits[6]).WaitAsync(s_long)).Label);
    }

    [Fact]
    public async Task WithoutADelayNobodyWaitsForOthers()
    {
        using Digits model = new(Batching(32, TimeSpan.Zero));
        Assert.Equal(Digits.Label.Six, (await model.RunAsync(Pictures.Digits[6]).WaitAsync(s_long)).Label);
    }

    [Fact]
    public async Task ItemsGatherWhileTheModelIsBusy()
    {
        using Measured measured = new("digits", OfBatches);
        using Digits model = new(Batching(4, TimeSpan.Zero, maxCalls: 1));
        CallLease lease = model.Engine.Rent(1);
        Task<Classification<Digits.Label>>[] calls = [.. Enumerable.Range(0, 10).Select(i => model.RunAsync(Pictures.Digits[i]))];
        lease.Dispose();
        Classification<Digits.Label>[] results = await Task.WhenAll(calls).WaitAsync(s_long);
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => (Digits.Label)digit), results.Select(result => result.Label));
        // The items had come before the turn did, so the batches are as full as they can be.
        Assert.Equal([4, 4, 2], measured.Of("modelgen.batch.size"));
    }

    [Fact]
    public async Task CancelledItemIsDroppedAndTheOthersGoOn()
    {
        using Measured measured = new("digits", OfBatches);
        using Digits model = new(Batching(3, s_patience));
        using CancellationTokenSource source = new();
        Task<Classification<Digits.Label>> first = model.RunAsync(Pictures.Digits[1]);
        Task<Classification<Digits.Label>> cancelled = model.RunAsync(Pictures.Digits[2], source.Token);
        await source.CancelAsync();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(s_long));
        Assert.Equal(source.Token, error.CancellationToken);
        // It has freed its place: two more are needed to fill the batch.
        Task<Classification<Digits.Label>> third = model.RunAsync(Pictures.Digits[3]);
        Assert.False(first.IsCompleted);
        Task<Classification<Digits.Label>> fourth = model.RunAsync(Pictures.Digits[4]);
        Classification<Digits.Label>[] results = await Task.WhenAll(first, third, fourth).WaitAsync(s_long);
        Assert.Equal([Digits.Label.One, Digits.Label.Three, Digits.Label.Four], results.Select(result => result.Label));
        Assert.Equal([3], measured.Of("modelgen.batch.size"));
    }

    [Fact]
    public async Task CancelledBeforehandAnItemNeverQueues()
    {
        using Digits model = new(Batching(1, TimeSpan.Zero));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.RunAsync(Pictures.Digits[2], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task BadPictureFailsAlone()
    {
        using Digits model = new(Batching(3, s_patience));
        Image bad = new(4, 4, PixelFormat.GrayFloat);
        Task<Classification<Digits.Label>>[] calls = [model.RunAsync(Pictures.Digits[1]), model.RunAsync(bad), model.RunAsync(Pictures.Digits[3])];
        Assert.Equal(Digits.Label.One, (await calls[0].WaitAsync(s_long)).Label);
        Assert.Equal(Digits.Label.Three, (await calls[2].WaitAsync(s_long)).Label);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => calls[1].WaitAsync(s_long));
        Assert.True(calls[1].IsFaulted);
    }

    [Fact]
    public async Task ItemsWithoutATurnAllFailWithTheSameError()
    {
        using Digits model = new(Batching(2, s_patience, maxCalls: 1) with { CallTimeout = TimeSpan.FromMilliseconds(20) });
        using CallLease lease = model.Engine.Rent(1);
        Task<Classification<Digits.Label>>[] calls = [model.RunAsync(Pictures.Digits[1]), model.RunAsync(Pictures.Digits[2])];
        ModelBusyException first = await Assert.ThrowsAsync<ModelBusyException>(() => calls[0].WaitAsync(s_long));
        ModelBusyException second = await Assert.ThrowsAsync<ModelBusyException>(() => calls[1].WaitAsync(s_long));
        Assert.Same(first, second);
    }

    [Fact]
    public async Task ItemsBeyondTheQueueFailAtOnce()
    {
        using Digits model = new(Batching(32, s_patience) with { MaxQueuedCalls = 2 });
        Task<Classification<Digits.Label>>[] calls = [model.RunAsync(Pictures.Digits[1]), model.RunAsync(Pictures.Digits[2])];
        await Assert.ThrowsAsync<ModelBusyException>(() => model.RunAsync(Pictures.Digits[3]));
        Assert.All(calls, call => Assert.False(call.IsCompleted));
    }

    [Fact]
    public async Task DisposalEndsItemsThatWait()
    {
        Digits model = new(Batching(32, s_patience));
        Task<Classification<Digits.Label>> waiting = model.RunAsync(Pictures.Digits[1]);
        await model.DisposeAsync().AsTask().WaitAsync(s_long);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(s_long));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => model.RunAsync(Pictures.Digits[1]).WaitAsync(s_long));
    }

    [Fact]
    public async Task CrowdGetsItsOwnResultsWhateverIsCancelled()
    {
        using Digits model = new(Batching(16, TimeSpan.FromMilliseconds(1)));
        int served = 0;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
        {
            Random random = new(caller);
            for (int i = 0; i < 150; i++)
            {
                int digit = random.Next(10);
                using CancellationTokenSource source = new();
                Task<Classification<Digits.Label>> call = model.RunAsync(Pictures.Digits[digit], source.Token);
                if (random.Next(5) == 0)
                    await source.CancelAsync();
                try
                {
                    Assert.Equal((Digits.Label)digit, (await call.WaitAsync(s_long)).Label);
                    Interlocked.Increment(ref served);
                }
                catch (OperationCanceledException)
                {
                    Assert.True(source.IsCancellationRequested);
                }
            }
        })));
        Assert.InRange(served, 32 * 150 / 2, 32 * 150);
    }

    [Fact]
    public void ModelWithAFixedFirstDimRefusesBatching()
    {
        ModelGenException error = Assert.Throws<ModelGenException>(() => new DigitsOne(new ModelOptions { Batching = new() }));
        Assert.Contains("open first dim", error.Expected, StringComparison.Ordinal);
        Assert.Contains("1×1×8×8", error.Actual, StringComparison.Ordinal);
        Assert.Contains("ModelGenShapes", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void ModelOfPlainTensorsRefusesBatching()
    {
        ModelGenException error = Assert.Throws<ModelGenException>(() => new Scalars(new ModelOptions { Batching = new() }));
        Assert.Contains("plain tensors", error.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, -1)]
    public void BatchesThatCanNotBeMeantAreRefused(int maxBatch, int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Digits(Batching(maxBatch, TimeSpan.FromSeconds(seconds))));

    private static bool OfBatches(Instrument instrument) => instrument.Name == "modelgen.batch.size";
}
