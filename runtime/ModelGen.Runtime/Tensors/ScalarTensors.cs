namespace ModelGen;

/// <summary>The one element of a scalar tensor.</summary>
public static class ScalarTensors
{
    /// <summary>Scalars.</summary>
    /// <param name="tensor">A tensor of rank 0.</param>
    /// <typeparam name="T">Element type.</typeparam>
    extension<T>(Tensor<T, Shape> tensor)
    {
        /// <summary>The element; it can be set.</summary>
        public ref T Value => ref tensor.First;
    }

    /// <summary>Read-only scalars.</summary>
    /// <param name="tensor">A tensor of rank 0.</param>
    /// <typeparam name="T">Element type.</typeparam>
    extension<T>(ReadOnlyTensor<T, Shape> tensor)
    {
        /// <summary>The element.</summary>
        public ref readonly T Value => ref tensor.First;
    }
}
