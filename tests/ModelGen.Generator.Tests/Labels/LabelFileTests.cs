using CsCheck;

namespace ModelGen.Generator.Tests;

public class LabelFileTests
{
    [Theory]
    [InlineData("cat\ndog\n")]
    [InlineData("cat\r\ndog\r\n\r\n")]
    [InlineData("\uFEFFcat\rdog")]
    [InlineData("  cat \n\tdog\n \n\n")]
    [InlineData("0 cat\n1 dog")]
    [InlineData("0: cat\n1:dog")]
    [InlineData("0\tcat\n1  dog")]
    [InlineData("1 dog\n0 cat")]
    [InlineData("n02121620 cat\nn02084071 dog")]
    public void LabelsAreReadInTheirUsualForms(string text) => Assert.Equal(["cat", "dog"], LabelFile.Parse(text).Labels!.Value);

    [Theory]
    [InlineData("0 cat\ndog")]
    [InlineData("1 dollar\n5 dollars")]
    [InlineData("n02121620 cat\ndog")]
    [InlineData("0 cat\n0 dog")]
    [InlineData("0\n1")]
    [InlineData("2 percent\n0 percent")]
    public void NumbersBelongToTheLabelUnlessEveryLineHasOneOfAWholeRow(string text) =>
        Assert.Equal(text.Split('\n'), LabelFile.Parse(text).Labels!.Value);

    [Theory]
    [InlineData("", "labels.txt is empty")]
    [InlineData("\uFEFF\r\n \n", "labels.txt is empty")]
    [InlineData("cat\n\ndog", "has a blank line 2 between labels")]
    [InlineData("PK\u0003\0\0", "has zero bytes")]
    public void UnreadableLabelsAreExplained(string text, string fragment)
    {
        LabelsResult result = LabelFile.Parse(text);
        Assert.Null(result.Labels);
        Assert.Equal("MG3004", result.Problem!.Rule.Id);
        Assert.Contains(fragment, result.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoTextMakesItThrow() => Nasty.Texts.Array[0, 6].Select(lines => string.Join("\n", lines)).Sample(text =>
    {
        LabelsResult result = LabelFile.Parse(text);
        Assert.NotEqual(result.Labels is null, result.Problem is null);
        Assert.All(result.Labels ?? default, label => Assert.NotEqual("", label));
    }, iter: 5_000);

    [Fact]
    public void LabelsThatAreWrittenOneALineComeBack() => Gen.String[Gen.Char['a', 'z'], 1, 8].Array[1, 20].Sample(labels =>
    {
        Assert.Equal(labels, LabelFile.Parse(string.Join("\r\n", labels)).Labels!.Value);
        Assert.Equal(labels, LabelFile.Parse(string.Join("\n", labels.Select((label, i) => $"{i}: {label}"))).Labels!.Value);
    });
}
