using ModelGen.EndToEnd.Support;
using ModelGen.Engines;

namespace ModelGen.EndToEnd;

public class CancellationTests
{
    [Fact]
    public void CancelledBeforeTheRunNothingRuns()
    {
        using CountUp model = new();
        CancellationToken cancelled = new(canceled: true);
        OperationCanceledException error = Assert.Throws<OperationCanceledException>(() => model.Run(new CountUp.Input(long.MaxValue, 0), cancelled));
        Assert.Equal(cancelled, error.CancellationToken);
        Assert.Equal(3, model.Run(new CountUp.Input(3, 0)).End);
    }

    [Fact]
    public void LoadingAnEngineWithoutAClassCanBeCancelledUnderWay()
    {
        using CancellationTokenSource source = new();
        ModelOptions options = new() { Provider = Provider.Cpu, Progress = new CancelledInPhase(EnginePhase.Loading, source) };
        OperationCanceledException error = Assert.Throws<OperationCanceledException>(() => Engine.Load(Digits.Info, options, source.Token).Dispose());
        Assert.Equal(source.Token, error.CancellationToken);
        Engine.Load(Digits.Info, options).Dispose();
    }

    [Fact]
    public void CancellationStopsARunUnderWayAndTheModelWorksOn()
    {
        // One call for all: the second run is on the very buffers and options that the first was stopped on.
        using CountUp model = new(new ModelOptions { MaxCalls = 1 });
        for (int round = 0; round < 3; round++)
        {
            using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(30));
            OperationCanceledException error = Assert.Throws<OperationCanceledException>(() => model.Run(new CountUp.Input(long.MaxValue, 0), source.Token));
            Assert.Equal(source.Token, error.CancellationToken);
            Assert.Equal(1000, model.Run(new CountUp.Input(1000, 0)).End);
        }
    }

    [Fact]
    public void LargeBatchOfARealNetworkIsStoppedToo()
    {
        using EfficientNet model = new();
        BatchBuffer<float, Shape<Dims.N3, Dims.N224, Dims.N224>> images = new(64);
        // A busy machine may wake the other thread only when the run is over; that is no fault, so another run gets its chance.
        Assert.Contains(Enumerable.Range(0, 20), _ => IsStopped(model, images));
        new Truth("efficientnet-lite0").Check(0, "logits", [1, 1000], model.Run(new EfficientNet.Input(Truth.Hash(3 * 224 * 224))).Logits.Span);
    }

    private static bool IsStopped(EfficientNet model, BatchBuffer<float, Shape<Dims.N3, Dims.N224, Dims.N224>> images)
    {
        using CancellationTokenSource source = new();
        Thread canceller = new(() =>
        {
            Thread.Sleep(20);
            source.Cancel();
        });
        canceller.Start();
        try
        {
            model.Run(new EfficientNet.Input(images), source.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        finally
        {
            canceller.Join();
        }
    }

    [Fact]
    public void CancellationAtAnyMomentPoisonsNoLaterCall()
    {
        using CountUp model = new(new ModelOptions { MaxCalls = 1 });
        int stopped = 0;
        for (int round = 0; round < 400; round++)
        {
            using CancellationTokenSource source = new();
            Thread canceller = new(() =>
            {
                Thread.SpinWait(round * 20);
                source.Cancel();
            });
            canceller.Start();
            try
            {
                Assert.Equal(50, model.Run(new CountUp.Input(50, 0), source.Token).End);
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
            canceller.Join();
            Assert.Equal(5, model.Run(new CountUp.Input(5, 0)).End);
        }
        Assert.InRange(stopped, 0, 400);
    }

    [Fact]
    public void TokenCancelledAfterItsRunChangesNothing()
    {
        using CountUp model = new(new ModelOptions { MaxCalls = 1 });
        using CancellationTokenSource source = new();
        Assert.Equal(7, model.Run(new CountUp.Input(7, 0), source.Token).End);
        source.Cancel();
        Assert.Equal(8, model.Run(new CountUp.Input(8, 0)).End);
    }

    [Fact]
    public async Task AsynchronousCallIsCancelled()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Digits.PredictAsync(Pictures.Digits[0], new CancellationToken(canceled: true)));
        Assert.Equal(Digits.Label.Zero, (await Digits.PredictAsync(Pictures.Digits[0])).Label);
    }

    private sealed class CancelledInPhase(EnginePhase phase, CancellationTokenSource source) : IProgress<EngineProgress>
    {
        public void Report(EngineProgress value)
        {
            if (value.Phase == phase)
                source.Cancel();
        }
    }
}
