namespace ModelGen.Onnx;

/// <summary>One shape or dim that the user fixed.</summary>
/// <remarks>
/// <para>
/// With <see cref="FixTarget.Any"/>: several numbers, or none, are the shape of the input or output of that name. A single number is the size of the
/// named dim if the model has one, else the shape of the input or output. Where the model has both, it is the dim, unless the input or output of that
/// name has exactly one dim which is open and of another name: then it is the shape, as nothing else could fix that.
/// </para>
/// <para>Equality contract: plain values.</para>
/// </remarks>
/// <param name="Name">The name in the model, unquoted.</param>
/// <param name="Shape">The dims; those that are not known stay as the model has them. One known dim for a named dim.</param>
/// <param name="Target">What the name means.</param>
public sealed record ShapeFix(string Name, TensorShape Shape, FixTarget Target = FixTarget.Any)
{
    /// <summary>As the user writes it: <c>data=1x3x224x224</c>.</summary>
    public override string ToString() => Name + "=" + string.Join("x", Shape.Dims);
}
