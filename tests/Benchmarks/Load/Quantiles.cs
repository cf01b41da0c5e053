namespace ModelGen.Benchmarks;

/// <summary>Quantiles of measurements.</summary>
internal static class Quantiles
{
    public static double Median(IReadOnlyCollection<double> values) => At(values, 0.5);

    public static double At(IReadOnlyCollection<double> values, double quantile) => values.Order().ElementAt((int)(quantile * (values.Count - 1)));
}
