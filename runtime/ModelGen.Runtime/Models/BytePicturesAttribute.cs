using System.ComponentModel;

namespace ModelGen;

/// <summary>Says of a generated class that its preprocessing scales pictures of bytes, not of floats: the analyzer reports a call with the others (MG4005).</summary>
/// <param name="resize">Whose scaling it is, in words: <c>Pillow bilinear</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BytePicturesAttribute(string resize) : Attribute
{
    /// <summary>Whose scaling it is, in words: <c>Pillow bilinear</c>.</summary>
    public string Resize { get; } = resize;
}
