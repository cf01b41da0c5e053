using System.Globalization;

namespace ModelGen.Tests.Imaging;

public class FloatGoldenTests
{
    public static TheoryData<string> Libraries() => new(TestFiles.Rows("floats.tsv").Select(row => row[1]).Distinct());

    [Theory]
    [MemberData(nameof(Libraries))]
    public void EveryGoldenOfALibraryIsMetExactlyOrWithinItsBound(string library)
    {
        string[][] goldens = [.. TestFiles.Rows("floats.tsv").Where(row => row[1] == library)];
        Assert.NotEmpty(goldens);
        foreach (string[] golden in goldens)
        {
            (int width, int height) = (int.Parse(golden[2]), int.Parse(golden[3]));
            ImageSteps steps = Steps(Enum.Parse<ResizeArithmetic>(library), width, height, golden[4] == "1");
            Image image = PngFile.Read(golden[0]);
            float[] tensor = Tensors.Of(steps, library == "OpenCv" ? InFloats(image) : image, VectorPaths.Best);
            string what = string.Join(' ', golden[..5]);
            if (golden[5] != "-") Assert.True(golden[5] == Tensors.Hash(tensor), what);
            if (golden[7] != "-") AssertNear(golden[7], tensor, float.Parse(golden[6], CultureInfo.InvariantCulture), what);
        }
    }

    private static void AssertNear(string numbers, float[] tensor, float tolerance, string what)
    {
        float[] expected = [.. numbers.Split(',').Select(number => float.Parse(number, CultureInfo.InvariantCulture))];
        int stride = Math.Max(tensor.Length / 256, 1);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(MathF.Abs(expected[i] - tensor[i * stride]) <= tolerance, $"{what}: expected {expected[i]} at {i * stride}, got {tensor[i * stride]}");
    }

    private static ImageSteps Steps(ResizeArithmetic arithmetic, int width, int height, bool isGray) => new()
    {
        Width = width,
        Height = height,
        Color = isGray ? ImageColor.Gray : ImageColor.Rgb,
        Layout = ImageLayout.Hwc,
        Resize = ImageResize.To(width, height, ResizeFilter.Bilinear) with { Arithmetic = arithmetic },
    };

    private static Image InFloats(Image image)
    {
        bool isGray = image.Format == PixelFormat.Gray8;
        var floats = new Image(image.Width, image.Height, isGray ? PixelFormat.GrayFloat : PixelFormat.RgbFloat);
        Assert.True(isGray || image.Format == PixelFormat.Rgb24);
        Span<float> samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(floats.Pixels);
        for (int i = 0; i < samples.Length; i++) samples[i] = image.Pixels[i];
        return floats;
    }
}
