using ModelGen.EndToEnd.Support;

namespace ModelGen.EndToEnd;

public class AllocationTests
{
    private const int Rounds = 500;
    private const int Attempts = 4;

    [Fact]
    public void RentedCallAllocatesNothingOnceWarm()
    {
        using Digits model = new();
        float[] pixels = Truth.Hash(64);
        float sum = 0;
        long bytes = Measure(() =>
        {
            using Digits.Call call = model.Rent(1);
            pixels.CopyTo(call.Image.Span);
            call.Run();
            sum += call.Probabilities[0][2];
        });
        Assert.Equal(0, bytes);
        Assert.Equal(Attempts * Rounds * 0.39609f, sum, 0.1f);
    }

    [Fact]
    public void RentedCallWithPreprocessingAllocatesNothingOnceWarm()
    {
        using DigitsOne model = new();
        int right = 0;
        long bytes = Measure(() =>
        {
            using DigitsOne.Call call = model.Rent();
            DigitsOne.Preprocess(Pictures.Digits[4], call.Image);
            call.Run();
            right += call.Probabilities[0, 4] > 0.9f ? 1 : 0;
        });
        Assert.Equal(0, bytes);
        Assert.Equal(Attempts * Rounds, right);
    }

    [Fact]
    public void RentedCallOfAPhotoAllocatesNothingOnceWarm()
    {
        using Selfie model = new();
        Image photo = Pictures.Photo("astronaut.jpg");
        long bytes = Measure(() =>
        {
            using Selfie.Call call = model.Rent();
            Selfie.Preprocess(photo, call.Input1);
            call.Run();
        }, rounds: 10);
        Assert.Equal(0, bytes);
    }

    [Fact]
    public void RunsOfOneRentalAllocateNothing()
    {
        using CountUp model = new();
        using CountUp.Call call = model.Rent();
        call.Times = 3;
        call.Start = 1;
        // A lambda can't take the call along, being on the heap.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Rounds; i++)
                call.Run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.Equal(0, least);
        Assert.Equal(4, call.End);
    }

    [Fact]
    public void CancellableRunAllocatesNothingOnceWarm()
    {
        using Digits model = new();
        using CancellationTokenSource source = new();
        Assert.Equal(0, Measure(() =>
        {
            using Digits.Call call = model.Rent(1);
            call.Run(source.Token);
        }));
    }

    [Fact]
    public void OverridesAllocateNoMoreThanTheirBindings()
    {
        using Defaults model = new();
        long bytes = Measure(() =>
        {
            using Defaults.Call call = model.Rent();
            call.OverrideScale().Fill(2);
        });
        // ONNX Runtime makes the names anew at each binding: 5 slots, 32 bytes and more each.
        Assert.InRange(bytes / Rounds, 0, 2048);
    }

    [Fact]
    public void PredictingAPictureAllocatesItsResultOnly()
    {
        Image image = Pictures.Digits[4];
        Classification<Digits.Label>? result = null;
        long bytes = Measure(() => result = Digits.Predict(image));
        Assert.Equal(Digits.Label.Four, result!.Label);
        // The result (an object of 48 bytes at most) and its ten probabilities (64 bytes).
        Assert.InRange(bytes / Rounds, 1, 128);
    }

    /// <summary>
    /// The least of some measurements. The first ones see what the runtime sets up when it compiles code anew after some 30 calls; what the work
    /// itself allocates is there in all of them.
    /// </summary>
    private static long Measure(Action work, int rounds = Rounds)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < rounds; i++)
                work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
