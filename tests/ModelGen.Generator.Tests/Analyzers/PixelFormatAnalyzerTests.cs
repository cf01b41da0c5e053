namespace ModelGen.Generator.Tests;

public class PixelFormatAnalyzerTests
{
    private const string Pillow = "resize=8x8;filter=bicubic";
    private const string Samples = "float[] samples = new float[768]; ";

    [Theory]
    [InlineData("Digits.Predict(new ImageView(samples, 16, 16, PixelFormat.RgbFloat));", "RgbFloat")]
    [InlineData("Digits.Predict(new Image(16, 16, PixelFormat.GrayFloat));", "GrayFloat")]
    [InlineData("var view = new ImageView(samples, 16, 16, PixelFormat.BgrFloat); Digits.Predict(view);", "BgrFloat")]
    [InlineData("var model = new Digits(); model.Run(new ImageView(samples, 16, 16, PixelFormat.RgbFloat));", "RgbFloat")]
    public async Task APictureOfFloatsForPillowDoesNotCompile(string statement, string format) => Assert.Equal(
        $"MG4005: Digits scales pictures of bytes (Pillow bicubic), got {format}. Make bytes of the picture, or let ModelGenPreprocess follow a library that scales floats: torch-float, scikit-image, or opencv with bilinear.",
        Assert.Single(await Analysis.Of(Samples + statement, Pillow)));

    [Theory]
    [InlineData("Digits.Predict(new ImageView(new byte[768], 16, 16, PixelFormat.Rgb24));", Pillow)]
    [InlineData("Digits.Predict(new ImageView(samples, 16, 16, Environment.ProcessorCount > 1 ? PixelFormat.RgbFloat : PixelFormat.GrayFloat));", Pillow)]
    [InlineData("var image = new Image(16, 16, PixelFormat.RgbFloat); image = new Image(8, 8, PixelFormat.Rgb24); Digits.Predict(image);", Pillow)]
    [InlineData("Digits.Predict(new ImageView(samples, 16, 16, PixelFormat.RgbFloat));", "resize=8x8;filter=bilinear;library=scikit-image")]
    [InlineData("Digits.Predict(new ImageView(samples, 16, 16, PixelFormat.RgbFloat));", "resize=8x8;filter=bilinear;library=opencv")]
    [InlineData("Digits.Predict(new ImageView(samples, 8, 8, PixelFormat.GrayFloat));", "rescale=1/255")]
    public async Task WhatMayRunIsLeftAlone(string statement, string preprocess) => Assert.Empty(await Analysis.Of(Samples + statement, preprocess));
}
