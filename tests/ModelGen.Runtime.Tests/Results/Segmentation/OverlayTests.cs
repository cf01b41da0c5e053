using CsCheck;

namespace ModelGen.Tests.Results;

public class OverlayTests
{
    [Fact]
    public void ColoursAndPictureAreMixedByTheFormula() =>
        Gen.Select(Gen.Enum<PixelFormat>(), Gen.Int[1, 40], Gen.Int[1, 4], Gen.Int[0, 256], Gen.Int[0, 5]).SelectMany((format, width, height, weight, gap) =>
            Gen.Select(Gen.Byte.Array[(width * format.BytesPerPixel() + gap) * height], Gen.Byte.Array[width * height])
                .Select((pixels, labels) => (format, width, height, weight, gap, pixels, labels)))
        .Sample(sample =>
        {
            var (format, width, height, weight, gap, pixels, labels) = sample;
            int bytes = format.BytesPerPixel();
            var view = new ImageView(pixels, width, height, format, width * bytes + gap);
            Image mixed = LabelMap.FromLabels<byte>(labels, width, height, 256).Overlay(view, Palette.PascalVoc, weight / 256.0);
            for (int pixel = 0; pixel < labels.Length; pixel++)
            {
                Rgb color = Palette.PascalVoc[labels[pixel]];
                ReadOnlySpan<byte> own = view.Row(pixel / width).Slice(pixel % width * bytes, bytes);
                int red = format.RedOffset();
                byte[] below = format == PixelFormat.Gray8 ? [own[0], own[0], own[0]] : [own[red], own[1], own[2 - red]];
                byte[] over = [color.Red, color.Green, color.Blue];
                for (int c = 0; c < 3; c++)
                    Assert.Equal(Math.Floor((weight * over[c] + (256 - weight) * below[c]) / 256.0 + 0.5), mixed.Pixels[3 * pixel + c]);
            }
        }, iter: 300);

    [Fact]
    public void NothingAndEverythingAreExact()
    {
        var picture = Image.Adopt([1, 2, 3, 4, 5, 6], 2, 1, PixelFormat.Rgb24);
        LabelMap map = LabelMap.FromLabels<byte>([0, 1], 2, 1, 2);
        Assert.Equal([1, 2, 3, 4, 5, 6], map.Overlay(picture, Palette.Cityscapes, 0).Pixels.ToArray());
        Assert.Equal([128, 64, 128, 244, 35, 232], map.Overlay(picture, Palette.Cityscapes, 1).Pixels.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Overlay(picture, Palette.Cityscapes, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Overlay(picture, Palette.Cityscapes, double.NaN));
        Assert.Throws<ArgumentException>(() => map.Overlay(default, Palette.Cityscapes));
    }

    [Fact]
    public void AMapOfAnotherSizeIsStretchedOverThePicture()
    {
        LabelMap map = LabelMap.FromLabels<byte>([0, 1, 2, 3], 2, 2, 4);
        var picture = new Image(5, 3, PixelFormat.Bgra32);
        Assert.Equal(map.Resize(5, 3).ToColorMap(Palette.PascalVoc).Pixels.ToArray(), map.Overlay(picture, Palette.PascalVoc, 1).Pixels.ToArray());
    }

    [Fact]
    public void WritingAnOverlayAllocatesNothing()
    {
        LabelMap map = LabelMap.FromLabels<byte>(new byte[20 * 10], 20, 10, 4);
        var picture = new Image(60, 30, PixelFormat.Rgba32);
        byte[] destination = new byte[3 * 60 * 30];
        map.WriteOverlay(picture, Palette.PascalVoc, 0.5, destination);
        Assert.Equal(0, Allocated.BytesOf(() => map.WriteOverlay(picture, Palette.PascalVoc, 0.5, destination)));
        Assert.Throws<ArgumentException>(() => map.WriteOverlay(picture, Palette.PascalVoc, 0.5, destination.AsSpan(1)));
    }
}
