using ModelGen.EndToEnd.Support;
using ModelGen.Engines;

namespace ModelGen.EndToEnd;

public class ConcurrencyTests
{
    [Fact]
    public void ManyThreadsOnTheSharedInstanceGetTheirOwnResults()
    {
        Classification<Digits.Label>[] expected = Digits.Predict(Pictures.Digits);
        OtherThreads.Run(8, thread =>
        {
            for (int i = 0; i < 100; i++)
            {
                int digit = (thread + i) % 10;
                Classification<Digits.Label> result = Digits.Predict(Pictures.Digits[digit]);
                Assert.Equal((Digits.Label)digit, result.Label);
                Assert.Equal(expected[digit].Probability, result.Probability, 1e-5f);
            }
        });
    }

    [Fact]
    public void FirstUsesAtOnceLoadOneInstance()
    {
        NoInputs[] seen = new NoInputs[8];
        OtherThreads.Run(8, thread => seen[thread] = NoInputs.Default);
        Assert.All(seen, model => Assert.Same(seen[0], model));
    }

    [Fact]
    public void ThreadsCanNotBeSharedOnceAModelIsLoaded()
    {
        _ = NoInputs.Default;
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => ModelGenRuntime.ShareThreads());
        Assert.Contains("before the first model", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ModelGenRuntime.ShareThreads(new SharedThreads { Threads = 0 }));
    }

    [Fact]
    public void BatchesOfAllSizesAtOnceKeepApart()
    {
        using TwoDims model = new(new ModelOptions { MaxCalls = 2 });
        OtherThreads.Run(6, thread =>
        {
            for (int i = 1; i <= 60; i++)
            {
                int n = 1 + (thread * 7 + i) % 19;
                using TwoDims.Call call = model.Rent(n, i);
                call.Rows.Span.Fill(thread);
                call.Columns.Span.Fill(1);
                call.Run();
                Assert.Equal(2 * n * thread + 3 * i, call.Total);
                Assert.Equal(n, call.Doubled.Count);
                Assert.True(call.Doubled.Span.IndexOfAnyExcept(2f * thread) < 0);
            }
        });
    }

    [Fact]
    public void StringsAndLateOutputsOfManyThreadsKeepApart()
    {
        using Late model = new();
        OtherThreads.Run(6, thread =>
        {
            float[] x = new float[6];
            x[thread] = 1;
            string[] words = [.. Enumerable.Range(0, 6).Select(i => $"{thread}/{i}")];
            for (int i = 0; i < 100; i++)
            {
                Late.Output output = model.Run(new Late.Input(x, words));
                Assert.Equal(thread, output.Where[0].Span[0]);
                Assert.Equal($"{thread}/{thread}", output.Chosen[0].Span[0]);
            }
        });
    }

    [Fact]
    public void DisposalWhileCallsRunLetsThemFinish()
    {
        for (int round = 0; round < 30; round++)
        {
            Digits model = new();
            float[] pixels = Truth.Hash(64);
            OtherThreads.Run(5, thread =>
            {
                if (thread == 0)
                {
                    Thread.SpinWait(round * 2000);
                    model.Dispose();
                    return;
                }
                UseUntilDisposed(model, pixels);
            });
            Assert.Throws<ObjectDisposedException>(() => model.Rent(1).Dispose());
        }
    }

    private static void UseUntilDisposed(Digits model, float[] pixels)
    {
        while (true)
        {
            CallLease lease;
            try
            {
                lease = model.Engine.Rent(1);
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            using (lease)
            {
                pixels.CopyTo(lease.InputBatch<float, Shape<Dims.N1, Dims.N8, Dims.N8>>(0).Span);
                lease.Run();
                Assert.Equal(0.3961f, lease.OutputBatch<float, Shape<Dims.N10>>(0).Span[2], 1e-3f);
            }
        }
    }

    [Fact]
    public async Task RentedCallOutlivesItsModel()
    {
        Digits model = new();
        Task disposal;
        using (CallLease lease = model.Engine.Rent(1))
        {
            disposal = model.DisposeAsync().AsTask();
            model.Dispose();
            Assert.False(disposal.IsCompleted);
            lease.Run();
            Assert.Equal(1, lease.OutputBatch<float, Shape<Dims.N10>>(0).Span.ToArray().Sum(), 1e-4f);
        }
        await disposal;
        ObjectDisposedException error = Assert.Throws<ObjectDisposedException>(() => model.Engine.Rent(1).Dispose());
        Assert.Contains("'digits'", error.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => model.Run(Pictures.Digits[0]));
    }
}
