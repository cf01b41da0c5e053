namespace ModelGen.Models;

/// <summary>A batch normalisation as it is after training: y = γ (x − mean) / √(variance + ε) + β, all of them a little different in each channel.</summary>
internal sealed class BatchNorm
{
    private const double BetaDeviation = 0.1;
    private readonly double _epsilon;

    /// <param name="name">Of the layer; its four tensors are made from it.</param>
    /// <param name="channels">How many there are.</param>
    /// <param name="epsilon">ε, which each framework has its own of.</param>
    /// <param name="gamma">γ on average; null when the layer has none, so that it is 1.</param>
    /// <param name="mean">What it has seen on average.</param>
    /// <param name="variance">The variance of what it has seen, on average.</param>
    public BatchNorm(string name, int channels, double epsilon, double? gamma = 1, double mean = 0, double variance = 1)
    {
        _epsilon = epsilon;
        Name = name;
        Channels = channels;
        HasGamma = gamma is not null;
        Gamma = gamma is { } middle ? Filters.Around(name + "/gamma", middle, middle / 10) : _ => 1;
        Beta = Filters.Around(name + "/beta", 0, BetaDeviation);
        Square = (gamma ?? 1) * (gamma ?? 1) + BetaDeviation * BetaDeviation;
        Mean = Filters.Around(name + "/moving_mean", mean, Math.Sqrt(variance) / 10);
        Variance = Filters.Around(name + "/moving_variance", variance, variance / 10);
    }

    public string Name { get; }

    public int Channels { get; }

    public bool HasGamma { get; }

    /// <summary>The mean square of what comes out.</summary>
    public double Square { get; }

    public Func<long, float> Gamma { get; }

    public Func<long, float> Beta { get; }

    public Func<long, float> Mean { get; }

    public Func<long, float> Variance { get; }

    /// <summary>What a channel is multiplied with.</summary>
    public double Scale(long channel) => Gamma(channel) / Math.Sqrt(Variance(channel) + _epsilon);

    /// <summary>The bias of a convolution after this was folded into it.</summary>
    /// <param name="bias">The convolution's own bias; null when it has none.</param>
    public Func<long, float> Bias(Func<long, float>? bias = null) =>
        channel => (float)(Beta(channel) + ((bias?.Invoke(channel) ?? 0d) - Mean(channel)) * Scale(channel));
}
