using CsCheck;
using ModelGen.Generator;
using ModelGen.Generator.Tests;
using ModelGen.Onnx;

namespace ModelGen.Preprocessing.Tests;

public class SidecarJsonTests
{
    private static readonly ImageInputShape s_224 = new("image", 3, 224, 224, ImageLayout.Chw);

    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("[]", "line 1, column 1")]
    [InlineData("{\n  \"a\": tru\n}", "line 2, column")]
    [InlineData("{\n  \"a\": 1,\n}", "line 3, column 1")]
    [InlineData("{\"a\": NaN}", "line 1, column")]
    [InlineData("{\"a\": 1e999}", "line 1, column")]
    [InlineData("{} trailing", "line 1, column")]
    [InlineData("<html>", "line 1, column 1")]
    public void WhatIsWrongIsSaidWithItsPlace(string json, string place)
    {
        (var fields, Problem? problem) = SidecarJson.Parse(json, "model.preprocessor_config.json");
        Assert.Null(fields);
        Assert.Equal("MG3008", problem!.Rule.Id);
        Assert.StartsWith("model.preprocessor_config.json is not a JSON object, at " + place, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepNestingIsRefusedAndOverflowsNoStack()
    {
        string json = string.Concat(Enumerable.Repeat("{\"a\":", 100_000));
        Assert.Equal("MG3008", SidecarJson.Parse(json, "x.json").Problem?.Rule.Id);
    }

    [Fact]
    public void AByteOrderMarkIsFine() => Assert.NotNull(SidecarJson.Parse("\uFEFF{}", "x.json").Json);

    [Fact]
    public void AMutatedFileNeverMakesTheReadersThrow()
    {
        string[] files = [.. TestData.ConfigNames.Select(TestData.Config), TestData.ImageNetConfig()[..2000] + "\"}}"];
        Gen<string> pieces = Gen.OneOf("{", "}", "[", "]", "null", "true", "-1", "1e308", "0.5", "\"", ",", ":", "\"size\":", "\"do_pad\":", "\u2028", "\uD800", "\\u", "");
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], pieces).Array[1, 4]).Sample((file, edits) =>
        {
            string text = files[file];
            foreach ((double at, int drop, string insert) in edits)
            {
                int index = (int)(at * text.Length);
                text = text[..index] + insert + text[Math.Min(text.Length, index + drop)..];
            }
            (PreprocessingSpec? spec, EquatableArray<Problem> problems) = HuggingFaceConfig.Read(text, s_224);
            Assert.Equal(spec is null, problems.Count > 0);
            Assert.All(problems, p => Assert.Equal(XmlText.Plain(p.Message, 10_000), p.Message));
            LabelsResult labels = HuggingFaceLabels.Read(text);
            Assert.False(labels.Labels is not null && labels.Problem is not null);
        }, iter: 4_000);
    }

    [Fact]
    public void ValuesOfAnyKindAtAnyKeyNeverMakeTheReaderThrow()
    {
        string[] keys =
        [
            "image_processor_type", "do_resize", "size", "resample", "do_center_crop", "crop_size", "crop_pct", "do_rescale", "rescale_factor", "do_normalize", "image_mean",
            "image_std", "do_convert_rgb", "do_flip_channel_order", "do_pad", "include_top", "ensure_multiple_of", "size_divisor", "keep_aspect_ratio", "rescale_offset", "do_x", "x",
        ];
        string[] values =
        [
            "null", "true", "false", "0", "1", "3", "224", "-1", "1e308", "0.5", "\"\"", "\"Fast\"", "\"ViTImageProcessor\"", "\"ConvNextImageProcessor\"", "\"LevitImageProcessorFast\"", "[]", "[1]", "[224,224]",
            "[0.5,0.5,0.5]", "[null]", "{}", "{\"height\":224,\"width\":224}", "{\"shortest_edge\":224}", "{\"shortest_edge\":[]}", "{\"height\":null,\"width\":{}}",
        ];
        Gen.Select(Gen.OneOf(keys), Gen.OneOf(values)).Array[0, 12].Sample(pairs =>
        {
            string json = "{" + string.Join(",", pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}")) + "}";
            (PreprocessingSpec? spec, EquatableArray<Problem> problems) = HuggingFaceConfig.Read(json, s_224);
            Assert.Equal(spec is null, problems.Count > 0);
            if (spec is null)
                return;
            Assert.Equal((3, 3), (spec.Mean.Count, spec.Std.Count));
            Assert.DoesNotContain(0, spec.Std);
            Assert.NotEmpty(spec.Words);
        }, iter: 5_000);
    }
}
