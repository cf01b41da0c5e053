namespace ModelGen.Onnx.Operators;

/// <summary>Walks over the elements of one tensor, row-major, and gives the flat index of the one at the same position in another of the same rank.</summary>
/// <param name="dims">The dims that are walked over; they hold as many elements as are followed at most.</param>
/// <param name="other">The dims of the other tensor.</param>
internal sealed class ElementWalk(long[] dims, long[] other)
{
    private readonly int[] _strides = IndexMap.Strides(other);
    private readonly long[] _position = new long[dims.Length];
    private readonly int[] _axes = [.. Enumerable.Range(0, dims.Length).Where(axis => dims[axis] > 1)];
    private long _offset;

    /// <summary>The flat index with another position along one axis.</summary>
    public long Offset(int axis, long position) => _offset + (position - _position[axis]) * _strides[axis];

    /// <summary>On to the next element.</summary>
    public void Next()
    {
        for (int i = _axes.Length - 1; i >= 0; i--)
        {
            int axis = _axes[i];
            _offset += _strides[axis];
            if (++_position[axis] < dims[axis])
                return;
            _offset -= dims[axis] * _strides[axis];
            _position[axis] = 0;
        }
    }
}
