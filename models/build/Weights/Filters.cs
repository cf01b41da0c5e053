namespace ModelGen.Models;

/// <summary>What the weights of layers are, by position.</summary>
internal static class Filters
{
    /// <summary>What He's weights multiply mean squares with; a Relu halves them again.</summary>
    public const double HeGain = 2;

    /// <summary>He's initialisation (He and others, "Delving Deep into Rectifiers", 2015): a deviation of √(2 / inputs), which keeps sizes through layers that end in a Relu.</summary>
    /// <param name="name">Of the tensor.</param>
    /// <param name="inputs">Numbers that one output is a sum of.</param>
    /// <param name="gain">2 before a Relu, 1 where nothing is cut off.</param>
    public static Func<long, float> He(string name, long inputs, double gain = HeGain)
    {
        Bell bell = new(name);
        double deviation = Math.Sqrt(gain / inputs);
        return position => (float)(bell.At(position) * deviation);
    }

    /// <summary>He's weights of a convolution with the batch normalisation behind it folded in, as exporters do.</summary>
    /// <param name="name">Of the tensor.</param>
    /// <param name="inputs">Numbers that one output is a sum of, which is also the number of weights of one output channel.</param>
    /// <param name="norm">What follows the convolution.</param>
    public static Func<long, float> Folded(string name, long inputs, BatchNorm norm)
    {
        Bell bell = new(name);
        double deviation = Math.Sqrt(HeGain / inputs);
        double[] scales = [.. Enumerable.Range(0, norm.Channels).Select(channel => deviation * norm.Scale(channel))];
        return position => (float)(bell.At(position) * scales[position / inputs]);
    }

    /// <summary>Small numbers around one value, as biases and statistics are after training.</summary>
    public static Func<long, float> Around(string name, double middle, double deviation)
    {
        Bell bell = new(name);
        return position => (float)(middle + bell.At(position) * deviation);
    }
}
