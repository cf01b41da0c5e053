namespace ModelGen.Tests.Imaging;

public class ResizeGoldenTests
{
    public static TheoryData<string, string> Groups()
    {
        var groups = new TheoryData<string, string>();
        foreach ((string library, string filter) in TestFiles.Rows("resize.tsv").Select(row => (row[1], row[2])).Distinct())
            groups.Add(library, filter);
        return groups;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void EveryGoldenOfALibraryAndFilterIsBitExactOnEveryPath(string library, string filter)
    {
        string[][] goldens = TestFiles.Rows("resize.tsv").Where(row => row[1] == library && row[2] == filter).ToArray();
        Assert.NotEmpty(goldens);
        foreach (string[] golden in goldens)
        {
            Image image = PngFile.Read(golden[0]);
            ImageSteps steps = Steps(image, library, Enum.Parse<ResizeFilter>(filter), int.Parse(golden[3]), int.Parse(golden[4]));
            foreach (VectorPath path in Samples.Paths)
            {
                string hash = Tensors.HashOfLevels(Tensors.Of(steps, image, path));
                Assert.True(golden[5] == hash, $"{string.Join(' ', golden)} on {path}");
            }
        }
    }

    [Fact]
    public void PassOrdersOfPillow12And13Differ()
    {
        Image image = PngFile.Read("rocket320x213");
        ImageSteps newer = Steps(image, "pillow13", ResizeFilter.Bicubic, 512, 64), older = Steps(image, "pillow12", ResizeFilter.Bicubic, 512, 64);
        Assert.NotEqual(Tensors.Of(newer, image, VectorPath.Scalar), Tensors.Of(older, image, VectorPath.Scalar));
    }

    private static ImageSteps Steps(Image image, string library, ResizeFilter filter, int width, int height) => new()
    {
        Width = width,
        Height = height,
        Color = library.EndsWith("-rgba", StringComparison.Ordinal) ? ImageColor.Rgba : image.Format == PixelFormat.Gray8 ? ImageColor.Gray : ImageColor.Rgb,
        Layout = ImageLayout.Hwc,
        Resize = ImageResize.To(width, height, filter) with
        {
            PassOrder = library == "pillow12" ? PassOrder.Pillow12 : PassOrder.Pillow13,
            Arithmetic = library switch
            {
                "torch-uint8" => ResizeArithmetic.TorchUint8,
                "opencv5" => ResizeArithmetic.OpenCv,
                _ => ResizeArithmetic.Pillow,
            },
        },
    };
}
