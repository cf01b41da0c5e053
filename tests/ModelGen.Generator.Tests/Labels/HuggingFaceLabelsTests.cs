namespace ModelGen.Generator.Tests;

public class HuggingFaceLabelsTests
{
    [Theory]
    [InlineData("""{"id2label": {"0": "cat", "1": "dog"}}""", "cat dog")]
    [InlineData("""{"id2label": {"1": "dog", "0": "cat"}, "label2id": {"cat": 0, "dog": 1}}""", "cat dog")]
    [InlineData("""{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}""", "LABEL_0 LABEL_1")]
    public void LabelsAreReadByIndex(string json, string labels) => Assert.Equal(labels.Split(' '), HuggingFaceLabels.Read(json).Labels!.Value);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id2label": null}""")]
    public void AFileWithoutLabelsIsNoProblem(string json) => Assert.Equal(new LabelsResult(null, null), HuggingFaceLabels.Read(json));

    [Theory]
    [InlineData("""{"id2label": {}}""", "MG3004", "'id2label' is empty")]
    [InlineData("""{"id2label": ["cat"]}""", "MG3004", "should be an object")]
    [InlineData("""{"id2label": {"0": "cat", "2": "dog"}}""", "MG3004", "the key '2', but its 2 keys should be the class indices 0 to 1")]
    [InlineData("""{"id2label": {"cat": "0"}}""", "MG3004", "the key 'cat'")]
    [InlineData("""{"id2label": {"-1": "cat"}}""", "MG3004", "the key '-1'")]
    [InlineData("""{"id2label": {"0": "cat", "00": "dog"}}""", "MG3004", "class 0 twice")]
    [InlineData("""{"id2label": {"0": 7}}""", "MG3004", "no text for class 0")]
    [InlineData("""{"id2label": {"0": "cat" """, "MG3008", "is not a JSON object")]
    public void BadLabelsAreExplained(string json, string id, string fragment)
    {
        LabelsResult result = HuggingFaceLabels.Read(json);
        Assert.Null(result.Labels);
        Assert.Equal(id, result.Problem!.Rule.Id);
        Assert.Contains(fragment, result.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACountThatDiffersFromTheClassesIsReported()
    {
        Assert.Null(LabelCount.Check(1000, 1000, "logits", "config.json"));
        Assert.Equal("MG3011", LabelCount.Check(10, 1000, "logits", "config.json")!.Rule.Id);
        Assert.DoesNotContain("background", LabelCount.Check(10, 1000, "logits", "config.json")!.Message, StringComparison.Ordinal);
        Assert.Contains("background class", LabelCount.Check(1000, 1001, "logits", "config.json")!.Message, StringComparison.Ordinal);
    }
}
