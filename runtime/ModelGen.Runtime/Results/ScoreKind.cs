namespace ModelGen;

/// <summary>What a classifier's scores are, and so how probabilities come from them.</summary>
public enum ScoreKind
{
    /// <summary>Unbounded scores of classes that exclude each other: softmax makes probabilities of them that sum to 1.</summary>
    Logits,

    /// <summary>Probabilities of classes that exclude each other: the model ends in a softmax. Taken as they are.</summary>
    Probabilities,

    /// <summary>Unbounded scores of classes that can hold together: the logistic function makes a probability of each by itself.</summary>
    Independent,

    /// <summary>Probabilities of classes that can hold together: the model ends in a sigmoid. Taken as they are.</summary>
    IndependentProbabilities,
}
