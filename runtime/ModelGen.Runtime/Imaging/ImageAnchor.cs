namespace ModelGen;

/// <summary>Where a picture that is smaller than the tensor lies in it.</summary>
public enum ImageAnchor
{
    /// <summary>In the middle; an odd pixel of padding goes behind the picture, as YOLO's letterbox has it.</summary>
    Centre,

    /// <summary>In the upper left corner.</summary>
    TopLeft,
}
