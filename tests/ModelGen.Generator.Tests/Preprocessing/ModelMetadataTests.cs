using CsCheck;
using ModelGen.Onnx;

namespace ModelGen.Preprocessing.Tests;

public class ModelMetadataTests
{
    private static readonly ImageInputShape s_640 = new("images", 3, 640, 640, ImageLayout.Chw);

    [Theory]
    [InlineData("detect")]
    [InlineData("segment")]
    [InlineData("pose")]
    [InlineData("obb")]
    public void UltralyticsDetectorsSeeALetterbox(string task)
    {
        PreprocessingSpec spec = Spec(s_640, ("author", "Ultralytics"), ("task", task), ("imgsz", "[640, 640]"));
        Assert.Equal("RGB; scaled to fit 640×640 (OpenCV bilinear); padded to 640×640 around the centre with pixels of 114; × 1/255", spec.Words);
        Assert.Equal((SizeRounding.HalfToEven, NumberRule.Torchvision), (spec.Resize.Rounding, spec.NumberRule));
    }

    [Fact]
    public void UltralyticsClassifiersSeeTheCentre() => Assert.Equal(
        "RGB; shorter side to 224 (Pillow bilinear); centre 224×224; × 1/255",
        Spec(s_640 with { Width = 224, Height = 224 }, ("author", "Ultralytics"), ("task", "classify"), ("imgsz", "[224, 224]")).Words);

    [Fact]
    public void AnOpenSizeIsThatOfTheExport()
    {
        PreprocessingSpec spec = Spec(s_640 with { Width = 0, Height = 0 }, ("author", "Ultralytics"), ("task", "detect"), ("imgsz", "[320, 480]"));
        Assert.Equal((480, 320), (spec.Width, spec.Height));
    }

    [Theory]
    [InlineData("Rgb8", "Normalized_0_1", "RGB; × 1/255")]
    [InlineData("Bgr8", "NominalRange_0_255", "BGR")]
    [InlineData("Bgr8", "Normalized_1_1", "BGR; × 1/127.5; − mean (1)")]
    public void OnnxImageMetadataSaysChannelsAndRange(string format, string range, string words) => Assert.Equal(
        words, Spec(s_640, ("Image.BitmapPixelFormat", format), ("Image.NominalPixelRange", range), ("Image.ColorSpaceGamma", "SRGB")).Words);

    [Theory]
    [InlineData("Image.NominalPixelRange", "NominalRange_16_235", "MG3006")]
    [InlineData("Image.ColorSpaceGamma", "Linear", "MG3006")]
    [InlineData("Image.BitmapPixelFormat", "Rgba8", "MG3006")]
    [InlineData("Image.BitmapPixelFormat", "Gray8", "MG3007")]
    public void WhatCannotBeDoneIsNamed(string key, string value, string id)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = Read(s_640, (key, value));
        Assert.Null(spec);
        Problem problem = Assert.Single(problems);
        Assert.Equal(id, problem.Rule.Id);
        Assert.StartsWith("The model's image metadata", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownTaskIsNamed() =>
        Assert.Contains("the task 'fly'", Assert.Single(Read(s_640, ("author", "Ultralytics"), ("task", "fly")).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void OtherMetadataSaysNothing()
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = Read(s_640, ("author", "somebody"), ("task", "detect"), ("Image", "Rgb8"));
        Assert.Null(spec);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("{0: 'tench', 1: 'goldfish, Carassius', 2: \"dog's\"}", "tench|goldfish, Carassius|dog's")]
    [InlineData("{0: 'it\\'s'}", "it's")]
    [InlineData("{}", null)]
    [InlineData("{1: 'a'}", null)]
    [InlineData("{0: 'a', 2: 'b'}", null)]
    [InlineData("{0: a}", null)]
    [InlineData("{0: 'a", null)]
    [InlineData("['a']", null)]
    public void NamesAreReadAsPythonPrintsThem(string text, string? names)
    {
        EquatableArray<string>? labels = Labels(text);
        Assert.Equal(names, labels is { } read ? string.Join("|", read) : null);
    }

    [Fact]
    public void OnlyAClassifiersNamesAreItsLabels() =>
        Assert.Null(ModelMetadata.Labels(Entries(("author", "Ultralytics"), ("task", "detect"), ("names", "{0: 'person'}"))));

    [Fact]
    public void NoTextOfNamesMakesTheReaderThrow() =>
        Gen.OneOf(Gen.OneOf("{", "}", "0", "1", ":", " ", "'", "\"", "\\", ",", "a").Array[0, 12].Select(string.Concat), Gen.String).Sample(text => { Labels(text); }, iter: 20_000);

    private static EquatableArray<string>? Labels(string names) => ModelMetadata.Labels(Entries(("author", "Ultralytics"), ("task", "classify"), ("names", names)));

    private static PreprocessingSpec Spec(ImageInputShape input, params (string, string)[] metadata)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = Read(input, metadata);
        Assert.Empty(problems);
        return spec!;
    }

    private static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(ImageInputShape input, params (string, string)[] metadata) =>
        ModelMetadata.Read(Entries(metadata), input);

    private static IEnumerable<MetadataEntry> Entries(params (string Key, string Value)[] metadata) => metadata.Select(entry => new MetadataEntry(entry.Key, entry.Value));
}
