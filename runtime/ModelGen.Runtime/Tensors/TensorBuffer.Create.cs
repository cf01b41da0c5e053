namespace ModelGen;

/// <summary>Lets a collection expression make a buffer: <c>TensorBuffer&lt;long, Shape&lt;N1, N4&gt;&gt; ids = [101, 7592, 2088, 102];</c></summary>
public static class TensorBuffer
{
    /// <summary>A buffer of these elements, in row-major order.</summary>
    /// <param name="elements">Exactly as many elements as the shape has.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="TShape">Shape.</typeparam>
    /// <returns>A buffer with a copy of the elements.</returns>
    /// <exception cref="ShapeMismatchException">There are more or fewer.</exception>
    public static TensorBuffer<T, TShape> Create<T, TShape>(ReadOnlySpan<T> elements)
        where TShape : struct, IShape => new(elements);
}
