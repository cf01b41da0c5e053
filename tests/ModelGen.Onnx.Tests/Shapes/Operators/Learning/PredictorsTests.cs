using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

// The shapes here are what ONNX Runtime 1.31.1 gave for the same nodes.
public class PredictorsTests
{
    private const string Ml = "ai.onnx.ml.";

    [Fact]
    public void ALinearClassifierHasAScoreForEachIntercept() => Assert.Equal(
        ["string n", "float32 n×3"],
        All(Ml + "LinearClassifier", 1, [Float("n", 4)], 2, Attribute("intercepts", 0f, 0f, 0f), Attribute("classlabels_strings", "a", "b", "c")).Texts);

    [Fact]
    public void ASingleInterceptOfTwoLabelsGivesBothScores() => Assert.Equal(
        ["int64 3", "float32 3×2"],
        All(Ml + "LinearClassifier", 1, [Float(3, 4)], 2, Attribute("intercepts", [0f]), Attribute("classlabels_ints", 0, 1)).Texts);

    [Fact]
    public void ASingleInterceptWithoutLabelsGivesOneScore() =>
        Assert.Equal("float32 3×1", All(Ml + "LinearClassifier", 1, [Float(3, 4)], 2, Attribute("intercepts", [0f])).Texts[1]);

    [Fact]
    public void ASingleInterceptOfThreeLabelsCantRun() => Assert.Contains(
        "has one intercept, which tells two classes apart, but 3 labels",
        All(Ml + "LinearClassifier", 1, [Float(3, 4)], 2, Attribute("intercepts", [0f]), Attribute("classlabels_ints", 0, 1, 2)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ALinearClassifierWithoutInterceptsCantRun() =>
        Assert.Contains("has no intercepts", All(Ml + "LinearClassifier", 1, [Float(3, 4)], 2, Attribute("classlabels_ints", 0, 1)).Fault, StringComparison.Ordinal);

    [Fact]
    public void AVectorIsOneRow() => Assert.Equal("float32 1×2", Op(Ml + "LinearRegressor", 1, [Float(4)], Attribute("targets", 2)));

    [Fact]
    public void RegressorsHaveOneTargetUnlessTheySayMore() => Assert.Equal("float32 n×1", Op(Ml + "LinearRegressor", 1, [Float("n", 4)]));

    [Fact]
    public void RowsOfThreeDimsAndScalarsCantBe()
    {
        Assert.Contains("needs 1 or 2 dims", All(Ml + "LinearRegressor", 1, [Float(2, 3, 4)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs 1 or 2 dims", All(Ml + "SVMRegressor", 1, [Float()], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutARankTheWidthIsStillKnown() => Assert.Equal("float32 ?×1", Op(Ml + "SVMRegressor", 1, [Unranked(ElementType.Float)]));

    [Theory]
    [InlineData(1, false, 2)]
    [InlineData(1, true, 1)]
    [InlineData(2, false, 2)]
    [InlineData(2, true, 2)]
    [InlineData(4, false, 6)]
    [InlineData(4, true, 4)]
    public void AnSvmScoresPairsOfClassesUnlessItHasProbabilities(int classes, bool hasProbabilities, int width)
    {
        Google.Protobuf.Collections.RepeatedField<long> labels = [.. Enumerable.Range(0, classes)];
        Inferred svm = All(Ml + "SVMClassifier", 1, [Float(3, 4)], 2,
            Attribute("classlabels_ints", [.. labels]),
            Attribute("vectors_per_class", [.. labels.Select(_ => 1L)]),
            Attribute("prob_a", hasProbabilities ? [1f] : []));

        Assert.Equal(["int64 3", $"float32 3×{width}"], svm.Texts);
    }

    [Fact]
    public void ALinearSvmHasAScoreForEachClass() => Assert.Equal(
        ["string 3", "float32 3×4"],
        All(Ml + "SVMClassifier", 1, [Float(3, 4)], 2, Attribute("classlabels_strings", "a", "b", "c", "d")).Texts);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void TreesHaveAScoreForEachClassWhateverTheirLeavesSay(int opset) => Assert.Equal(
        ["int64 n", "float32 n×2"],
        All(Ml + "TreeEnsembleClassifier", opset, [Tensor(ElementType.Double, "n", 4)], 2, Attribute("classlabels_int64s", 0, 1), Attribute("class_ids", 1, 1)).Texts);

    [Fact]
    public void TreesWithoutLabelsCantRun() =>
        Assert.Contains("has no labels", All(Ml + "TreeEnsembleClassifier", 1, [Float(3, 4)], 2).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void TreesThatRegressHaveAColumnForEachTarget(int opset) =>
        Assert.Equal("float32 3×2", Op(Ml + "TreeEnsembleRegressor", opset, [Tensor(ElementType.Double, 3, 4)], Attribute("n_targets", 2)));

    [Fact]
    public void TargetsThatCantBeAreNamed() =>
        Assert.Contains("has n_targets=0", All(Ml + "TreeEnsembleRegressor", 1, [Float(3, 4)], 1, Attribute("n_targets", 0)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ATreeEnsembleKeepsTheTypeOfItsInput() =>
        Assert.Equal("float64 3×2", Op(Ml + "TreeEnsemble", 5, [Tensor(ElementType.Double, 3, 4)], Attribute("n_targets", 2)));

    [Fact]
    public void ATreeEnsembleTakesMatricesOnly() =>
        Assert.Contains("needs 2 dims", All(Ml + "TreeEnsemble", 5, [Float(4)], 1).Fault, StringComparison.Ordinal);
}
