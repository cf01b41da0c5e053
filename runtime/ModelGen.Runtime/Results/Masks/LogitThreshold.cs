namespace ModelGen;

/// <summary>A threshold of probabilities as one of logits, so that no pixel needs a logistic function.</summary>
internal static class LogitThreshold
{
    /// <summary>The float32 t for which <c>logit &gt; t</c> holds just where <c>1 ÷ (1 + exp(−logit)) &gt; threshold</c> does in exact arithmetic (with ln in float64).</summary>
    internal static float Of(float threshold)
    {
        double logit = Math.Log(threshold / (1.0 - threshold));
        float nearest = (float)logit;
        // No float32 lies between the two, so the lower neighbour separates as the exact value would.
        return nearest > logit ? MathF.BitDecrement(nearest) : nearest;
    }
}
