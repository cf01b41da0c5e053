namespace ModelGen;

/// <summary>How a network's scores lie in memory when it gives some for every pixel.</summary>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
/// <param name="Layout">Whether the scores of a class (<see cref="ImageLayout.Chw"/>) or those of a pixel (<see cref="ImageLayout.Hwc"/>) lie together.</param>
public readonly record struct MapShape(int Width, int Height, ImageLayout Layout)
{
    /// <summary>Width times height.</summary>
    public int Pixels => checked(Width * Height);

    /// <summary>As people write it.</summary>
    /// <returns>For example <c>1024×512 Chw</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Width}×{Height} {Layout}");

    /// <summary>Refuses sizes that no picture has.</summary>
    internal void Check()
    {
        ImageSize.Check(Width, Height);
        if (!Enum.IsDefined(Layout))
            throw new ArgumentException($"There is no layout {Layout}: valid are {string.Join(", ", Enum.GetNames<ImageLayout>())}.");
    }
}
