namespace ModelGen;

/// <summary>Rescaling and normalising for one channel, with the roundings of the rule: the definition of the numbers.</summary>
internal readonly struct ChannelNumbers
{
    private readonly NumberRule _rule;
    private readonly bool _normalises;
    private readonly bool _dividesTwice;
    private readonly double _rescale;
    private readonly double _mean;
    private readonly double _std;

    private ChannelNumbers(ImageSteps steps, int channel)
    {
        (_rule, _rescale, _dividesTwice) = (steps.NumberRule, steps.Rescale, steps.DividesTwice);
        (_mean, _std) = (steps.Mean.Of(channel, 0), steps.Std.Of(channel, 1));
        _normalises = steps.Mean.Count + steps.Std.Count > 0;
    }

    internal static ChannelNumbers Of(ImageSteps steps, int channel) => new(steps, channel);

    /// <summary>The number of a level, 0 to 255: a byte, or what resampling in floating point gave.</summary>
    internal float Of(double level)
    {
        float value = (float)level, mean = (float)_mean, std = (float)_std, inverse = (float)(1 / _rescale);
        float number = _rule switch
        {
            NumberRule.HuggingFaceFast when _normalises => (value - mean * inverse) / (std * inverse),
            NumberRule.HuggingFaceFast or NumberRule.Factor => (value * (float)_rescale - mean) / std,
            NumberRule.Torchvision => (value / inverse - mean) / std,
            NumberRule.Float64 => (float)((level * _rescale - _mean) / _std),
            _ => ((float)(value * _rescale) - mean) / std,
        };
        return _dividesTwice ? number / std : number;
    }
}
