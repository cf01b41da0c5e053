namespace ModelGen;

/// <summary>Which source pixel is the nearest one to a pixel of a resized label map. Labels can't be mixed, so no other filter serves them.</summary>
public enum NearestRule
{
    /// <summary>
    /// The pixel whose area holds the target pixel's centre: <c>floor((x + ½)·s − ½ + ½)</c>, s = source ÷ target size, in float64.
    /// Nothing shifts. Order 0 of scikit-image (from 0.18 on) and of <c>scipy.ndimage.zoom(grid_mode=True)</c>; PyTorch's <c>nearest-exact</c>.
    /// </summary>
    Centers,

    /// <summary>
    /// The pixel under the target pixel's left upper corner: <c>min(floor(x·s), n − 1)</c>, s = 1 ÷ (target ÷ source size), in float64.
    /// OpenCV's <c>INTER_NEAREST</c>; shifts the map by up to half a pixel when it grows.
    /// </summary>
    Corners,
}
