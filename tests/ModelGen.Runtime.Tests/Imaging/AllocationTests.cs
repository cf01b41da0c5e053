namespace ModelGen.Tests.Imaging;

public class AllocationTests
{
    private static readonly ImageSteps s_steps = PipelineCatalog.Steps("hf-levit", 224, 224);

    [Fact]
    public void AfterTheFirstPictureOfASizeNothingIsAllocated()
    {
        var pipeline = new ImagePipeline(s_steps);
        Assert.Equal(0, AllocatedBy(pipeline, new Image(320, 240, PixelFormat.Rgb24), new Image(300, 200, PixelFormat.Gray8)));
    }

    [Fact]
    public void NeitherDoTheFiltersOfOpenCv()
    {
        foreach (ResizeFilter filter in ResizeFilters.Of(ResizeArithmetic.OpenCv))
        {
            foreach ((int width, int height) in (ReadOnlySpan<(int, int)>)[(31, 17), (40, 30), (100, 90)])
            {
                ImageSteps steps = s_steps with
                {
                    Width = width,
                    Height = height,
                    CenterCrop = false,
                    Resize = ImageResize.To(width, height, filter) with { Arithmetic = ResizeArithmetic.OpenCv },
                };
                Assert.Equal(0, AllocatedBy(new ImagePipeline(steps), new Image(80, 60, PixelFormat.Rgb24), new Image(79, 50, PixelFormat.Gray8)));
            }
        }
    }

    [Fact]
    public void SeveralThreadsAllocateNothingEither()
    {
        var pipeline = new ImagePipeline(s_steps);
        var allocated = new long[4];
        using var barrier = new Barrier(allocated.Length);
        var threads = new Thread[allocated.Length];
        for (int i = 0; i < threads.Length; i++)
        {
            int index = i;
            threads[i] = new Thread(() =>
            {
                var image = new Image(320, 240, PixelFormat.Rgb24);
                var tensor = new float[s_steps.Length];
                // Everybody holds a buffer at once here, so the pool has one for each afterwards.
                for (int k = 0; k < 50; k++) pipeline.Write(image, tensor);
                barrier.SignalAndWait();
                allocated[index] = AllocatedBy(pipeline, image);
            });
            threads[i].Start();
        }

        foreach (Thread thread in threads) thread.Join();
        // At most one buffer a thread may still be new, when the warm-up never had all of them inside at once.
        long buffer = ScratchBound(pipeline);
        Assert.All(allocated, bytes => Assert.InRange(bytes, 0, buffer));
        Assert.Equal(0, AllocatedBy(pipeline, new Image(320, 240, PixelFormat.Rgb24)));
    }

    private static long ScratchBound(ImagePipeline pipeline) =>
        PlanFactory.Build(pipeline.Steps, 320, 240, PixelFormat.Rgb24).ScratchLength + 64;

    private static long AllocatedBy(ImagePipeline pipeline, params Image[] images)
    {
        var tensor = new float[pipeline.Steps.Length];
        // The least of some rounds, each of them longer than the 30 calls after which the runtime compiles code anew and sets up
        // tables for it; what a call itself allocated would be there in every round.
        long least = long.MaxValue;
        for (int round = 0; round < 4; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 40; i++)
            {
                for (int k = 0; k < images.Length; k++) pipeline.Write(images[k], tensor);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
