using System.Globalization;

namespace ModelGen;

/// <summary>Shapes as people write them: <c>1×3×224×224</c>.</summary>
public static class ShapeText
{
    /// <summary>The shape's dims with × between them, or <c>scalar</c>. The text is made once a shape.</summary>
    /// <typeparam name="TShape">The shape.</typeparam>
    /// <returns>For example <c>1×3×224×224</c>.</returns>
    public static string Of<TShape>()
        where TShape : struct, IShape => Cache<TShape>.Text;

    /// <summary>Dims with × between them, or <c>scalar</c> when there are none.</summary>
    /// <param name="dims">The dims, outermost first.</param>
    /// <returns>For example <c>1×3×224×224</c>.</returns>
    public static string Of(ReadOnlySpan<int> dims)
    {
        if (dims.IsEmpty)
            return "scalar";
        var parts = new string[dims.Length];
        for (int axis = 0; axis < parts.Length; axis++)
            parts[axis] = dims[axis].ToString(CultureInfo.InvariantCulture);
        return string.Join('×', parts);
    }

    private static class Cache<TShape>
        where TShape : struct, IShape
    {
        public static readonly string Text = Of(TShape.Dims);
    }
}
