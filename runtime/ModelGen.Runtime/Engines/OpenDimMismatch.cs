using System.ComponentModel;

namespace ModelGen.Engines;

/// <summary>The error for inputs that should hold equally many items and don't. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OpenDimMismatch
{
    /// <summary>The error.</summary>
    /// <param name="problem">Which inputs, and which dim.</param>
    /// <param name="first">The first input's items.</param>
    /// <param name="other">The other input's items.</param>
    public static ShapeMismatchException Of(string problem, int first, int other) => new(
        problem, Items(first), Items(other), where: null, remedy: "Pass both with the same number of items.");

    private static string Items(int count) => FormattableString.Invariant($"{count:N0} item{(count == 1 ? "" : "s")}");
}
