using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace ModelGen.Benchmarks;

/// <summary>From the scores of 19 + 1 classes over 1024×512 pixels, 40 MiB of float32, to a colour map; one thread.</summary>
/// <remarks>The sum of all scores is the baseline: it reads what every way must read, and does next to nothing else.
/// On a machine with other work use <see cref="SegmentationComparison"/>, which runs these in turns.</remarks>
[Config(typeof(ShortRun))]
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private const int Classes = 20, Width = 1024, Height = 512, Pixels = Width * Height;

    private readonly float[] _planar = new float[Classes * Pixels];
    private readonly float[] _interleaved = new float[Classes * Pixels];
    private readonly byte[] _labels = new byte[Pixels];
    private readonly byte[] _colors = new byte[3 * Pixels];
    private readonly byte[] _palette = [.. Palette.Spread(Classes).SelectMany(color => new[] { color.Red, color.Green, color.Blue })];

    /// <summary>Scores whose best class changes every dozen pixels, as it does along the edges of things.</summary>
    public SegmentationBenchmarks()
    {
        var random = new Random(7);
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            for (int c = 0; c < Classes; c++)
            {
                float score = random.NextSingle() + (pixel / 12 % Classes == c ? 0.9f : 0);
                _planar[c * Pixels + pixel] = score;
                _interleaved[pixel * Classes + c] = score;
            }
        }
    }

    /// <summary>Reads every score once.</summary>
    [Benchmark(Baseline = true, Description = "Sum of the scores")]
    public float Sum() => TensorPrimitives.Sum<float>(_planar);

    /// <summary>Class planes to a label map, without colours.</summary>
    [Benchmark(Description = "Label map, C×H×W")]
    public object PlanarLabels() => LabelMap.FromScores(_planar, new MapShape(Width, Height, ImageLayout.Chw));

    /// <summary>Class planes to colours.</summary>
    [Benchmark(Description = "Label map and colours, C×H×W")]
    public byte[] Planar() => Color(_planar, ImageLayout.Chw);

    /// <summary>Scores of a pixel side by side to colours.</summary>
    [Benchmark(Description = "Label map and colours, H×W×C")]
    public byte[] Interleaved() => Color(_interleaved, ImageLayout.Hwc);

    /// <summary>What one writes first: pixel by pixel over the planes.</summary>
    [Benchmark(Description = "Loop over pixels, C×H×W")]
    public byte[] Loop()
    {
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            int best = 0;
            for (int c = 1; c < Classes; c++)
            {
                if (_planar[c * Pixels + pixel] > _planar[best * Pixels + pixel])
                    best = c;
            }
            _labels[pixel] = (byte)best;
            _palette.AsSpan(3 * best, 3).CopyTo(_colors.AsSpan(3 * pixel));
        }
        return _colors;
    }

    private byte[] Color(float[] scores, ImageLayout layout)
    {
        LabelMap.FromScores(scores, new MapShape(Width, Height, layout)).WriteColorMap(Palette.Cityscapes, _colors);
        return _colors;
    }
}
