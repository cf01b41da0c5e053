namespace ModelGen.Models;

/// <summary>The parameters of one part of a network, counted as its framework does: before batch normalisations were folded.</summary>
/// <param name="Part">Its name, as <c>encoder</c>.</param>
/// <param name="Trainable">Weights, biases, γ and β.</param>
/// <param name="Statistics">Means and variances of batch normalisations, which Keras counts as parameters and PyTorch does not.</param>
internal sealed record ParameterCount(string Part, long Trainable, long Statistics);
