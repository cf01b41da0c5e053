namespace ModelGen;

/// <summary>The channels of an image tensor, in order.</summary>
public enum ImageColor
{
    /// <summary>Red, green, blue. A gray picture gives three equal channels.</summary>
    Rgb,

    /// <summary>Blue, green, red. A gray picture gives three equal channels.</summary>
    Bgr,

    /// <summary>One channel. Colours become luminance before resampling, by Pillow's <c>L</c> formula, or by OpenCV's <c>cvtColor</c> where its arithmetic is followed.</summary>
    Gray,

    /// <summary>
    /// Red, green, blue, alpha; 255 where the picture has none. Scaled as Pillow scales RGBA: colours weigh as much as their alpha. With Pillow's arithmetic only.
    /// </summary>
    Rgba,
}
