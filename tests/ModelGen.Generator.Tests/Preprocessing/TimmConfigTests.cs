using ModelGen.Onnx;

namespace ModelGen.Preprocessing.Tests;

public class TimmConfigTests
{
    private const string Rest = "\"interpolation\":\"bicubic\",\"mean\":[0.485,0.456,0.406],\"std\":[0.229,0.224,0.225]";
    private const string Numbers = "× 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225)";

    [Theory]
    [InlineData("""{"architecture":"resnet50","num_classes":1000,"pretrained_cfg":{"input_size":[3,224,224],"crop_pct":0.95,"crop_mode":"center",REST}}""", 224, "RGB; shorter side to 235 (Pillow bicubic); centre 224×224; ")]
    [InlineData("""{"input_size":[3,224,224],REST}""", 224, "RGB; shorter side to 256 (Pillow bicubic); centre 224×224; ")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,224],"test_input_size":[3,288,288],"crop_pct":0.9,"test_crop_pct":1.0,REST}}""", 224, "RGB; shorter side to 248 (Pillow bicubic); centre 224×224; ")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,224],"test_input_size":[3,288,288],"crop_pct":0.9,"test_crop_pct":1.0,REST}}""", 288, "RGB; shorter side to 288 (Pillow bicubic); centre 288×288; ")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,384,384],"crop_pct":1.0,"crop_mode":"squash",REST}}""", 384, "RGB; scaled to 384×384 (Pillow bicubic); centre 384×384; ")]
    public void TheFileIsReadAsTimmWouldRunIt(string json, int side, string words)
    {
        PreprocessingSpec spec = Read(json, side);
        Assert.Equal(words + Numbers, spec.Words);
        Assert.Equal((CropRounding.HalfToEven, NumberRule.Torchvision), (spec.CropRounding, spec.NumberRule));
    }

    [Fact]
    public void ABorderIsFilledWithTheMeansGray() => Assert.Equal(
        "RGB; scaled to fit 224×224 (Pillow bilinear); padded to 224×224 around the centre with pixels of 128; × 1/255; − mean (0.5) ÷ deviation (0.5)",
        Read("""{"pretrained_cfg":{"input_size":[3,224,224],"crop_pct":1,"crop_mode":"border","interpolation":"bilinear","mean":[0.5,0.5,0.5],"std":[0.5,0.5,0.5]}}""", 224).Words);

    [Fact]
    public void WithoutAModelTheSizeIsTheFilesOwn() => Assert.Equal((224, 224), (Read("""{"input_size":[3,224,224],REST}""", 0).Width, Read("""{"input_size":[3,224,224],REST}""", 0).Height));

    [Theory]
    [InlineData("""{"pretrained_cfg":{REST}}""", "MG3008", "'input_size' is missing")]
    [InlineData("""{"pretrained_cfg":{"input_size":[4,224,224],REST}}""", "MG3008", "'input_size' should be channels")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,224],"crop_pct":0,REST}}""", "MG3008", "'crop_pct' should be")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,224],"interpolation":"random","mean":[0],"std":[1]}}""", "MG3008", "'interpolation' should be one of")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,224],"interpolation":"bicubic","mean":[0],"std":[0]}}""", "MG3008", "'std' has a 0")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,224],"crop_mode":"border",REST}}""", "MG3006", "crop_mode 'border'")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,224],"crop_mode":"zoom",REST}}""", "MG3006", "crop_mode 'zoom'")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,224,320],REST}}""", "MG3006", "squares only")]
    [InlineData("""{"pretrained_cfg":{"input_size":[3,256,256],REST}}""", "MG3007", "crops to 256×256")]
    public void WhatIsWrongIsNamed(string json, string id, string fragment)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = ConfigFile.Read(json.Replace("REST", Rest, StringComparison.Ordinal), Input(224), "config.json");
        Assert.Null(spec);
        Assert.Contains(problems, problem => problem.Rule.Id == id && problem.Message.StartsWith("config.json", StringComparison.Ordinal) && problem.Message.Contains(fragment, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"pretrained_cfg":{}}""", true)]
    [InlineData("""{"model_type":"vit","id2label":{"0":"cat"},"image_size":224}""", false)]
    [InlineData("""{"input_size":224}""", false)]
    [InlineData("no json", false)]
    public void OnlyTimmsFileSaysHowPicturesArePrepared(string json, bool isTimm) => Assert.Equal(isTimm, ConfigFile.IsTimm(json, "config.json"));

    private static PreprocessingSpec Read(string json, int side)
    {
        (PreprocessingSpec? spec, EquatableArray<Problem> problems) = ConfigFile.Read(json.Replace("REST", Rest, StringComparison.Ordinal), Input(side), "config.json");
        Assert.Empty(problems);
        return spec!;
    }

    private static ImageInputShape Input(int side) => new("image", 3, side, side, ImageLayout.Chw);
}
