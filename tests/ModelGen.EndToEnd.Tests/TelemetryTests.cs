using System.Diagnostics;
using Microsoft.Extensions.Logging;
using ModelGen.EndToEnd.Support;
using ModelGen.Engines;

namespace ModelGen.EndToEnd;

[Collection(nameof(DigitsMeter))]
public class TelemetryTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    [Fact]
    public void CallIsMeasuredWithItsModelAndProvider()
    {
        using Measured measured = new("digits");
        using Digits model = new();
        model.Run(Pictures.Digits[3]);
        Assert.All(new[] { "modelgen.load.duration", "modelgen.run.duration", "modelgen.call.duration", "modelgen.call.wait.duration" }, instrument =>
        {
            double seconds = Assert.Single(measured.Of(instrument));
            Assert.InRange(seconds, 0, 60);
            Assert.Equal("CPU", Assert.Single(measured.TagsOf(instrument))["modelgen.provider"]);
        });
        Assert.InRange(Assert.Single(measured.Of("modelgen.call.allocated")), 1, 100_000);
    }

    [Fact]
    public async Task WhatIsRentedAndWaitsIsSeenWithoutBeingTold()
    {
        using Measured measured = new("digits");
        using Digits model = new(new ModelOptions { MaxCalls = 2 });
        CallLease first = model.Engine.Rent(1);
        CallLease second = model.Engine.Rent(1);
        Task waiting = model.RunAsync(Pictures.Digits[1]);
        measured.Observe();
        Assert.Equal(2, measured.Of("modelgen.calls.active").Last());
        Assert.Equal(1, measured.Of("modelgen.calls.waiting").Last());
        Assert.True(measured.Of("modelgen.calls.limit").Last() >= 2);
        Assert.False(waiting.IsCompleted);
        first.Dispose();
        second.Dispose();
        await waiting.WaitAsync(s_long);
    }

    [Fact]
    public async Task ErrorsAreCountedByTheirType()
    {
        using Measured measured = new("digits");
        using Digits model = new(new ModelOptions { MaxCalls = 1, MaxQueuedCalls = 0 });
        using CallLease lease = model.Engine.Rent(1);
        await Assert.ThrowsAsync<ModelBusyException>(() => model.RunAsync(Pictures.Digits[1]));
        Assert.Equal([1], measured.Of("modelgen.call.errors"));
        Assert.Equal("ModelGen.ModelBusyException", measured.TagsOf("modelgen.call.errors")[0]["error.type"]);
    }

    [Fact]
    public void MeasuringACallAllocatesNothing()
    {
        // A listener that keeps nothing: what is measured here is the recording.
        using System.Diagnostics.Metrics.MeterListener listener = new();
        int seen = 0;
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == ModelGenTelemetry.MeterName)
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => seen++);
        listener.Start();
        using Digits model = new();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 400; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            using (Digits.Call call = model.Rent(1))
                call.Run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
        Assert.InRange(seen, 3 * 400, int.MaxValue);
    }

    [Fact]
    public async Task SpansNestAndABatchIsLinkedToItsItems()
    {
        List<Activity> spans = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name is ModelGenTelemetry.ActivitySourceName or "test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using ActivitySource source = new("test");
        using Digits model = new();
        model.Run(Pictures.Digits[1]);
        Activity run = Assert.Single(spans, span => span.DisplayName == "run digits");
        Activity predict = Assert.Single(spans, span => span.DisplayName == "predict digits");
        Assert.Single(spans, span => span.DisplayName == "load digits");
        Assert.Equal(predict.SpanId, run.ParentSpanId);
        Assert.Equal("CPU", run.GetTagItem("modelgen.provider"));

        using Digits together = new(new ModelOptions { Batching = new BatchingOptions { MaxBatch = 2, MaxDelay = s_long } });
        ActivitySpanId[] callers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async i =>
        {
            using Activity caller = source.StartActivity("caller")!;
            await together.RunAsync(Pictures.Digits[i]).WaitAsync(s_long);
            return caller.SpanId;
        }));
        Activity batch = Assert.Single(spans, span => span.DisplayName == "batch digits");
        Assert.Equal(2, batch.GetTagItem("modelgen.batch.size"));
        Assert.Equal(callers.Order(Comparer<ActivitySpanId>.Create((a, b) => string.CompareOrdinal(a.ToHexString(), b.ToHexString()))),
            batch.Links.Select(link => link.Context.SpanId).Order(Comparer<ActivitySpanId>.Create((a, b) => string.CompareOrdinal(a.ToHexString(), b.ToHexString()))));
    }

    [Fact]
    public async Task LogTellsOfLoadingOfABusyModelAndOfCallsThatAreNotReturned()
    {
        using CollectedLog log = new();
        Digits model = new(new ModelOptions { LoggerFactory = log, MaxCalls = 1, CallTimeout = TimeSpan.FromMilliseconds(10) });
        using (CallLease lease = model.Engine.Rent(1))
        {
            Assert.Throws<ModelBusyException>(() => model.Engine.Rent(1).Dispose());
            await model.DisposeAsync();
        }
        Assert.Equal([(1000, LogLevel.Information), (1010, LogLevel.Warning), (1003, LogLevel.Warning)], log.Events.Where(entry => entry.Id < 2000).Select(entry => (entry.Id, entry.Level)));
        Assert.Contains("'digits' on CPU", log.Events.First(entry => entry.Id == 1000).Text, StringComparison.Ordinal);

        Assert.Throws<ModelGenException>(() => new Digits(new ModelOptions { LoggerFactory = log, ModelPath = "nowhere.onnx" }));
        Assert.Equal((1001, LogLevel.Error), (log.Events[^1].Id, log.Events[^1].Level));
    }
}
