using System.Diagnostics;
using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>
/// The same filter against the same filter, one thread each: ours to a normalised CHW tensor, Pillow's and OpenCV's with NumPy, in turns. With the paths
/// of Pythons as arguments; each case is measured in the first that has the library.
/// </summary>
internal static class ResamplingComparison
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "resampling";

    private const int Rounds = 25;
    private const int Calls = 4;

    private static readonly PictureSizes[] s_sizes = [new(1920, 1080, 224, 224), new(4032, 3024, 640, 480)];

    private static readonly (string Peer, ResizeFilter Filter, ResizeArithmetic Arithmetic)[] s_cases =
    [
        ("blob:INTER_LINEAR", ResizeFilter.Bilinear, ResizeArithmetic.OpenCv),
        ("opencv:INTER_LINEAR", ResizeFilter.Bilinear, ResizeArithmetic.OpenCv),
        ("opencv:INTER_CUBIC", ResizeFilter.Bicubic, ResizeArithmetic.OpenCv),
        ("opencv:INTER_LANCZOS4", ResizeFilter.Lanczos, ResizeArithmetic.OpenCv),
        ("opencv:INTER_AREA", ResizeFilter.Area, ResizeArithmetic.OpenCv),
        ("pillow:BOX", ResizeFilter.Box, ResizeArithmetic.Pillow),
        ("pillow:BILINEAR", ResizeFilter.Bilinear, ResizeArithmetic.Pillow),
        ("pillow:HAMMING", ResizeFilter.Hamming, ResizeArithmetic.Pillow),
        ("pillow:BICUBIC", ResizeFilter.Bicubic, ResizeArithmetic.Pillow),
        ("pillow:LANCZOS", ResizeFilter.Lanczos, ResizeArithmetic.Pillow),
    ];

    /// <summary>Compares and prints a table; the arguments are Pythons.</summary>
    public static void Run(string[] pythons)
    {
        PythonPeer[] peers = [.. pythons.Select(python => new PythonPeer(python))];
        try
        {
            foreach (PictureSizes sizes in s_sizes)
                Compare(sizes, peers);
            Scale();
        }
        finally
        {
            foreach (PythonPeer peer in peers)
                peer.Dispose();
        }
    }

    private static void Compare(PictureSizes sizes, PythonPeer[] peers)
    {
        Image image = Pictures.Rgb(sizes.Width, sizes.Height);
        var copy = new byte[image.Pixels.Length];
        Console.WriteLine();
        Console.WriteLine($"| {sizes.Width}×{sizes.Height} → {sizes.TargetWidth}×{sizes.TargetHeight} | theirs / ours | quartiles | ours / a copy of the source | bytes a call |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach ((string name, ResizeFilter filter, ResizeArithmetic arithmetic) in s_cases)
        {
            ImagePipeline pipeline = Pipeline(sizes, filter, arithmetic);
            var tensor = new float[pipeline.Steps.Length];
            void Ours() => pipeline.Write(image, tensor);
            void Copy() => image.Pixels.CopyTo(copy);
            for (int i = 0; i < 60; i++) Ours();
            PythonPeer? peer = peers.FirstOrDefault(peer => peer.Measure(name, sizes) is not null);
            List<double> theirs = [], copies = [];
            for (int round = 0; round < Rounds; round++)
            {
                double ours = Fastest(Ours);
                theirs.Add((peer?.Measure(name, sizes) ?? 0) / ours);
                copies.Add(ours / Fastest(Copy));
            }

            theirs.Sort();
            copies.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {theirs[Rounds / 2]:F1} | {theirs[Rounds / 4]:F1}–{theirs[3 * Rounds / 4]:F1} | {copies[Rounds / 2]:F2} | {Allocated(Ours)} |"));
        }
    }

    // Sixteen photographs on one thread, and on as many as there are processors.
    private static void Scale()
    {
        ImagePipeline pipeline = Pipeline(s_sizes[0], ResizeFilter.Bilinear, ResizeArithmetic.Pillow);
        Image[] images = [.. Enumerable.Range(0, 16).Select(_ => Pictures.Rgb(s_sizes[0].Width, s_sizes[0].Height))];
        var tensors = new float[images.Length * pipeline.Steps.Length];
        List<double> ratios = [];
        for (int round = 0; round < Rounds; round++)
            ratios.Add(Fastest(() => pipeline.WriteBatch(images, tensors, maxThreads: 1)) / Fastest(() => pipeline.WriteBatch(images, tensors)));
        ratios.Sort();
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A batch of {images.Length} on {Environment.ProcessorCount} processors: {ratios[Rounds / 2]:F2} times as fast as on one thread."));
    }

    private static ImagePipeline Pipeline(PictureSizes sizes, ResizeFilter filter, ResizeArithmetic arithmetic) => new(new ImageSteps
    {
        Width = sizes.TargetWidth,
        Height = sizes.TargetHeight,
        Color = ImageColor.Rgb,
        Layout = ImageLayout.Chw,
        Resize = ImageResize.To(sizes.TargetWidth, sizes.TargetHeight, filter) with { Arithmetic = arithmetic },
        Rescale = 1.0 / 255,
        Mean = [0.485, 0.456, 0.406],
        Std = [0.229, 0.224, 0.225],
    });

    private static double Fastest(Action action)
    {
        double fastest = double.MaxValue;
        for (int i = 0; i < Calls; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return fastest;
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++) action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
