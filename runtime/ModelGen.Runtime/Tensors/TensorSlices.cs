using System.Runtime.CompilerServices;
using Dims;

namespace ModelGen;

/// <summary>Slicing of tensors on their leading axis: the result's shape is the tensor's without its first dim.</summary>
public static class TensorSlices
{
    /// <summary>Slices of a tensor of rank 1.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    extension<T, D0>(Tensor<T, Shape<D0>> tensor)
        where D0 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 0 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape> Slice(int index)
        {
            Offset<Shape<D0>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape.Length));
        }
    }

    /// <summary>Slices of a tensor of rank 2.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    /// <typeparam name="D1">Size of axis 1.</typeparam>
    extension<T, D0, D1>(Tensor<T, Shape<D0, D1>> tensor)
        where D0 : struct, IDim
        where D1 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 1 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape<D1>> Slice(int index)
        {
            Offset<Shape<D0, D1>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape<D1>.Length));
        }
    }

    /// <summary>Slices of a tensor of rank 3.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    /// <typeparam name="D1">Size of axis 1.</typeparam>
    /// <typeparam name="D2">Size of axis 2.</typeparam>
    extension<T, D0, D1, D2>(Tensor<T, Shape<D0, D1, D2>> tensor)
        where D0 : struct, IDim
        where D1 : struct, IDim
        where D2 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 2 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape<D1, D2>> Slice(int index)
        {
            Offset<Shape<D0, D1, D2>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape<D1, D2>.Length));
        }
    }

    /// <summary>Slices of a tensor of rank 4.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    /// <typeparam name="D1">Size of axis 1.</typeparam>
    /// <typeparam name="D2">Size of axis 2.</typeparam>
    /// <typeparam name="D3">Size of axis 3.</typeparam>
    extension<T, D0, D1, D2, D3>(Tensor<T, Shape<D0, D1, D2, D3>> tensor)
        where D0 : struct, IDim
        where D1 : struct, IDim
        where D2 : struct, IDim
        where D3 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 3 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape<D1, D2, D3>> Slice(int index)
        {
            Offset<Shape<D0, D1, D2, D3>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape<D1, D2, D3>.Length));
        }
    }

    /// <summary>Slices of a tensor of rank 5.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    /// <typeparam name="D1">Size of axis 1.</typeparam>
    /// <typeparam name="D2">Size of axis 2.</typeparam>
    /// <typeparam name="D3">Size of axis 3.</typeparam>
    /// <typeparam name="D4">Size of axis 4.</typeparam>
    extension<T, D0, D1, D2, D3, D4>(Tensor<T, Shape<D0, D1, D2, D3, D4>> tensor)
        where D0 : struct, IDim
        where D1 : struct, IDim
        where D2 : struct, IDim
        where D3 : struct, IDim
        where D4 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 4 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape<D1, D2, D3, D4>> Slice(int index)
        {
            Offset<Shape<D0, D1, D2, D3, D4>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape<D1, D2, D3, D4>.Length));
        }
    }

    /// <summary>Slices of a tensor of rank 6.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    /// <typeparam name="D1">Size of axis 1.</typeparam>
    /// <typeparam name="D2">Size of axis 2.</typeparam>
    /// <typeparam name="D3">Size of axis 3.</typeparam>
    /// <typeparam name="D4">Size of axis 4.</typeparam>
    /// <typeparam name="D5">Size of axis 5.</typeparam>
    extension<T, D0, D1, D2, D3, D4, D5>(Tensor<T, Shape<D0, D1, D2, D3, D4, D5>> tensor)
        where D0 : struct, IDim
        where D1 : struct, IDim
        where D2 : struct, IDim
        where D3 : struct, IDim
        where D4 : struct, IDim
        where D5 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 5 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape<D1, D2, D3, D4, D5>> Slice(int index)
        {
            Offset<Shape<D0, D1, D2, D3, D4, D5>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape<D1, D2, D3, D4, D5>.Length));
        }
    }

    /// <summary>Slices of a tensor of rank 7.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    /// <typeparam name="D1">Size of axis 1.</typeparam>
    /// <typeparam name="D2">Size of axis 2.</typeparam>
    /// <typeparam name="D3">Size of axis 3.</typeparam>
    /// <typeparam name="D4">Size of axis 4.</typeparam>
    /// <typeparam name="D5">Size of axis 5.</typeparam>
    /// <typeparam name="D6">Size of axis 6.</typeparam>
    extension<T, D0, D1, D2, D3, D4, D5, D6>(Tensor<T, Shape<D0, D1, D2, D3, D4, D5, D6>> tensor)
        where D0 : struct, IDim
        where D1 : struct, IDim
        where D2 : struct, IDim
        where D3 : struct, IDim
        where D4 : struct, IDim
        where D5 : struct, IDim
        where D6 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 6 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape<D1, D2, D3, D4, D5, D6>> Slice(int index)
        {
            Offset<Shape<D0, D1, D2, D3, D4, D5, D6>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape<D1, D2, D3, D4, D5, D6>.Length));
        }
    }

    /// <summary>Slices of a tensor of rank 8.</summary>
    /// <param name="tensor">The tensor to slice.</param>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="D0">Size of axis 0.</typeparam>
    /// <typeparam name="D1">Size of axis 1.</typeparam>
    /// <typeparam name="D2">Size of axis 2.</typeparam>
    /// <typeparam name="D3">Size of axis 3.</typeparam>
    /// <typeparam name="D4">Size of axis 4.</typeparam>
    /// <typeparam name="D5">Size of axis 5.</typeparam>
    /// <typeparam name="D6">Size of axis 6.</typeparam>
    /// <typeparam name="D7">Size of axis 7.</typeparam>
    extension<T, D0, D1, D2, D3, D4, D5, D6, D7>(Tensor<T, Shape<D0, D1, D2, D3, D4, D5, D6, D7>> tensor)
        where D0 : struct, IDim
        where D1 : struct, IDim
        where D2 : struct, IDim
        where D3 : struct, IDim
        where D4 : struct, IDim
        where D5 : struct, IDim
        where D6 : struct, IDim
        where D7 : struct, IDim
    {
        /// <summary>The part of the tensor at one index of its leading axis; nothing is copied.</summary>
        /// <param name="index">Index on axis 0.</param>
        /// <returns>A tensor of rank 7 over the same memory.</returns>
        /// <exception cref="ArgumentOutOfRangeException">The index is outside axis 0.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Tensor<T, Shape<D1, D2, D3, D4, D5, D6, D7>> Slice(int index)
        {
            Offset<Shape<D0, D1, D2, D3, D4, D5, D6, D7>>.Axis(0, index);
            return new(ref Unsafe.Add(ref tensor.First, (nint)(uint)index * Shape<D1, D2, D3, D4, D5, D6, D7>.Length));
        }
    }
}
