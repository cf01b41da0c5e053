using CsCheck;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

/// <summary>Elements end up where a naive implementation puts them, and the shape inferred from shapes alone is the same.</summary>
public class MovementPropertyTests
{
    private static readonly Gen<long[]> s_dims = Gen.Long[0, 4].Array[1, 4];

    [Fact]
    public void TransposeMovesElementsAsTheOracle() =>
        (from dims in s_dims from order in Gen.Shuffle(Enumerable.Range(0, dims.Length).Select(axis => (long)axis).ToArray()) select (dims, order)).Sample(
            (dims, order) => Check(
                "Transpose", dims, [], [.. order.Select(axis => dims[axis])], to => [.. dims.Select((_, axis) => to[Array.IndexOf(order, axis)])], Attribute("perm", order)));

    [Fact]
    public void SliceMovesElementsAsTheOracle() =>
        (from dims in s_dims
         from axis in Gen.Int[0, dims.Length - 1]
         from start in Gen.Long[-6, 6]
         from end in Gen.Long[-6, 6]
         from step in Gen.Long[-3, 3].Where(step => step != 0)
         select (dims, axis, start, end, step)).Sample((dims, axis, start, end, step) =>
        {
            // NumPy's definition, by walking.
            long size = dims[axis], first = start < 0 ? start + size : start, last = end < 0 ? end + size : end;
            first = step > 0 ? Math.Clamp(first, 0, size) : Math.Clamp(first, -1, size - 1);
            first = step < 0 ? Math.Max(first, 0) : first;
            last = step > 0 ? Math.Clamp(last, 0, size) : Math.Clamp(last, -1, size - 1);
            var taken = new List<long>();
            for (long i = first; size > 0 && (step > 0 ? i < last : i > last); i += step)
                taken.Add(i);
            Check("Slice", dims, [Ints(start), Ints(end), Ints(axis), Ints(step)], With(dims, axis, taken.Count), to => With(to, axis, taken[(int)to[axis]]));
        });

    [Fact]
    public void GatherMovesElementsAsTheOracle() =>
        (from dims in Gen.Long[1, 4].Array[1, 3]
         from axis in Gen.Int[0, dims.Length - 1]
         from indices in Gen.Long[-dims[axis], dims[axis] - 1].Array[0, 4]
         select (dims, axis, indices)).Sample((dims, axis, indices) => Check(
            "Gather", dims, [Ints([.. indices.Cast<object>()])], With(dims, axis, indices.Length),
            to => With(to, axis, (indices[to[axis]] + dims[axis]) % dims[axis]), Attribute("axis", axis)));

    [Fact]
    public void TileMovesElementsAsTheOracle() =>
        (from dims in s_dims from repeats in Gen.Long[0, 3].Array[dims.Length] select (dims, repeats)).Sample((dims, repeats) => Check(
            "Tile", dims, [Ints([.. repeats.Cast<object>()])], [.. dims.Zip(repeats, (dim, times) => dim * times)], to => [.. to.Zip(dims, (at, dim) => at % dim)]));

    [Fact]
    public void ExpandMovesElementsAsTheOracle() =>
        (from dims in s_dims
         from ones in Gen.Bool.Array[dims.Length]
         from outer in Gen.Long[0, 3].Array[0, 2]
         select (dims, ones, outer)).Sample((dims, ones, outer) =>
        {
            long[] source = [.. dims.Select((dim, i) => ones[i] ? 1 : dim)];
            Check("Expand", source, [Ints([.. outer.Concat(dims).Cast<object>()])], [.. outer, .. dims], to => [.. source.Select((dim, i) => dim == 1 ? 0 : to[outer.Length + i])]);
        });

    [Fact]
    public void PadMovesElementsAsTheOracle() =>
        (from dims in s_dims from pads in Gen.Long[-2, 3].Array[2 * dims.Length] select (dims, pads)).Sample((dims, pads) =>
        {
            long[] result = [.. dims.Select((dim, i) => dim + pads[i] + pads[dims.Length + i])];
            if (result.All(dim => dim >= 0))
            {
                Check("Pad", dims, [Ints([.. pads.Cast<object>()])], result, to =>
                {
                    long[] from = [.. to.Select((at, i) => at - pads[i])];
                    return from.Zip(dims).All(axis => axis.First >= 0 && axis.First < axis.Second) ? from : null;
                });
            }
        });

    [Fact]
    public void ConcatUndoesSplit() =>
        (from dims in s_dims
         from axis in Gen.Int[0, dims.Length - 1]
         from sizes in Gen.Long[0, 3].Array[1, 4]
         select (dims, axis, sizes)).Sample((dims, axis, sizes) =>
        {
            PartialTensor whole = MovementOracle.Counted(With(dims, axis, sizes.Sum()));
            Inferred parts = All("Split", 13, [Of(Fact.Of(whole)), Ints([.. sizes.Cast<object>()])], sizes.Length, Attribute("axis", axis));
            Assert.Equal(sizes, parts.Facts.Select(part => part.Value!.Dims[axis]));
            Assert.Equal(whole, All("Concat", 13, [.. parts.Facts.Select(Of)], 1, Attribute("axis", axis)).Facts[0].Value);
        });

    [Fact]
    public void ReshapeFindsTheDimThatIsLeft() =>
        (from dims in Gen.Long[1, 4].Array[1, 4] from left in Gen.Int[0, dims.Length - 1] select (dims, left)).Sample((dims, left) =>
        {
            PartialTensor flat = MovementOracle.Counted(dims.Aggregate(1L, (product, dim) => product * dim));
            Fact result = All("Reshape", 13, [Of(Fact.Of(flat)), Ints([.. With(dims, left, -1).Cast<object>()])], 1).Facts[0];
            Assert.Equal(flat.Reshaped(dims), result.Value);
        });

    private static void Check(string op, long[] dims, Operand[] operands, long[] result, Func<long[], long[]?> from, params Wire.AttributeProto[] attributes)
    {
        PartialTensor source = MovementOracle.Counted(dims);
        Fact moved = All(op, 13, [Of(Fact.Of(source)), .. operands], 1, attributes).Facts[0];
        Assert.Equal(MovementOracle.Move(source, result, from, Scalar.Int(0)), moved.Value);
        Assert.Equal(moved.Type, All(op, 13, [Tensor(ElementType.Int64, [.. dims.Cast<object>()]), .. operands], 1, attributes).Facts[0].Type);
    }

    private static long[] With(long[] values, int index, long value)
    {
        long[] changed = [.. values];
        changed[index] = value;
        return changed;
    }
}
