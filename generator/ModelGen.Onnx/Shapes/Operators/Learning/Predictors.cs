namespace ModelGen.Onnx.Operators;

/// <summary>Classifiers and regressors. The widths of scores are those that ONNX Runtime 1.31 gives, where the specification leaves them open.</summary>
internal static class Predictors
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Predictors (ai.onnx.ml)",
    [
        Rows.Op("LinearClassifier", LinearClassifier),
        Rows.Op("LinearRegressor", node => Scores(node, 0, Targets(node, "targets", 1))),
        Rows.Op("SVMClassifier", SvmClassifier),
        Rows.Op("SVMRegressor", node => Scores(node, 0, Dim.Known(1))),
        Rows.Op("TreeEnsemble", TreeEnsemble, 5),
        Rows.Op("TreeEnsembleClassifier", TreeClassifier, 1, 3, 5),
        Rows.Op("TreeEnsembleRegressor", node => Scores(node, 0, Targets(node, "n_targets", null)), 1, 3, 5),
    ]);

    // A column for each intercept. A single one with two labels is the second class's, and the first class's is added.
    private static void LinearClassifier(NodeContext node)
    {
        if (node.Count("intercepts") is 0)
            throw node.Fail("has no intercepts: one for each class is needed");
        Dim intercepts = Rows.Length(node, "intercepts");
        Dim labels = Rows.Length(node, "classlabels_strings", "classlabels_ints");
        if (intercepts.Size == 1 && labels.Size is not (null or 0 or 2))
            throw node.Fail($"has one intercept, which tells two classes apart, but {labels} labels");
        Labels(node, "classlabels_strings");
        Scores(node, 1, intercepts.Size == 1 && labels.Size == 2 ? labels : intercepts);
    }

    // Without probabilities the scores are those of the pairs of classes, or both signs of the only one.
    private static void SvmClassifier(NodeContext node)
    {
        Dim labels = Rows.Length(node, "classlabels_strings", "classlabels_ints");
        if (labels.Size == 0)
            throw node.Fail("has no labels: classlabels_strings or classlabels_ints is needed");
        bool hasVectors = node.Ints("vectors_per_class") is { } vectors ? vectors.Any(count => count > 0) : node.Count("vectors_per_class") is not 0;
        bool hasProbabilities = node.Count("prob_a") is not 0;
        Labels(node, "classlabels_strings");
        Scores(node, 1, hasProbabilities || !hasVectors ? labels : labels.Size is long count ? Pairs(count) : Dim.Unknown);
    }

    private static Dim Pairs(long classes) => Dim.Known(classes > 2 ? checked(classes * (classes - 1)) / 2 : 2);

    private static void TreeClassifier(NodeContext node)
    {
        Dim labels = Rows.Length(node, "classlabels_strings", "classlabels_int64s");
        if (labels.Size == 0)
            throw node.Fail("has no labels: classlabels_strings or classlabels_int64s is needed");
        Labels(node, "classlabels_strings");
        Scores(node, 1, labels);
    }

    private static void TreeEnsemble(NodeContext node) => node.Set(0, node.Element(0), Rows.Count(node, onlyMatrices: true), Targets(node, "n_targets", 1));

    private static Dim Targets(NodeContext node, string attribute, long? otherwise)
    {
        long targets = node.Int(attribute) ?? otherwise ?? throw node.Fail($"has no {attribute}");
        return targets > 0 ? Dim.Known(targets) : throw node.Fail($"has {attribute}={targets}, but must have at least 1");
    }

    private static void Labels(NodeContext node, string strings) => node.Set(0, Rows.LabelType(node, strings), Rows.Count(node));

    private static void Scores(NodeContext node, int output, Dim width) => node.Set(output, ElementType.Float, Rows.Count(node), width);
}
