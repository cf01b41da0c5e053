using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class TextTests
{
    private static readonly Operand s_words = Tensor(ElementType.String, "n", 3);

    [Fact]
    public void MatchesAreBools() => Assert.Equal("bool n×3", Op("RegexFullMatch", 20, [s_words]));

    [Fact]
    public void TextIsJoinedWithBroadcasting() => Assert.Equal("string 2×3", Op("StringConcat", 20, [Tensor(ElementType.String, 2, 1), Tensor(ElementType.String, 3)]));

    [Fact]
    public void SplittingAddsADimThatIsOnlyKnownWhenItRuns()
    {
        Inferred result = All("StringSplit", 20, [s_words], 2);

        Assert.Equal(["string n×3×?", "int64 n×3"], result.Texts);
        Assert.Contains("as many parts as there are", result.Facts[0].Loss!.Why, StringComparison.Ordinal);
        Assert.Equal(["string of unknown rank", "int64 of unknown rank"], All("StringSplit", 20, [Unranked(ElementType.String)], 2).Texts);
    }

    [Fact]
    public void StopWordsLeaveAnUnknownNumberOfOthers()
    {
        Assert.Equal("string n", Op("StringNormalizer", 10, [Tensor(ElementType.String, "n")]));
        Assert.Equal("string ?", Op("StringNormalizer", 10, [Tensor(ElementType.String, "n")], Attribute("stopwords", "the", "a")));
        Assert.Equal("string 1×?", Op("StringNormalizer", 10, [Tensor(ElementType.String, 1, 4)], Attribute("stopwords", "the", "a")));
        Assert.Equal("string of unknown rank", Op("StringNormalizer", 10, [Unranked(ElementType.String)], Attribute("stopwords", "the", "a")));
        Assert.Contains("[1, C]", All("StringNormalizer", 10, [Tensor(ElementType.String, 2, 4)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void CountsOfNGramsHaveAColumnUpToTheLargestIndex()
    {
        Assert.Equal("float32 n×8", Op("TfIdfVectorizer", 9, [s_words], Attribute("ngram_indexes", 3, 7, 0)));
        Assert.Equal("float32 8", Op("TfIdfVectorizer", 9, [Tensor(ElementType.String, "n")], Attribute("ngram_indexes", 3, 7, 0)));
        Assert.Equal("float32 of unknown rank", Op("TfIdfVectorizer", 9, [Unranked(ElementType.String)], Attribute("ngram_indexes", 3, 7, 0)));
        Assert.Contains("has no ngram_indexes", All("TfIdfVectorizer", 9, [s_words], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs [C] or [N, C]", All("TfIdfVectorizer", 9, [Tensor(ElementType.String, 1, 2, 3)], 1, Attribute("ngram_indexes", 3, 7)).Fault, StringComparison.Ordinal);
    }
}
