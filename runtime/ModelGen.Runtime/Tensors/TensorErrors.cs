using System.Diagnostics.CodeAnalysis;

namespace ModelGen;

/// <summary>The errors of tensors, out of line so that the code around them stays small enough to inline.</summary>
internal static class TensorErrors
{
    [DoesNotReturn]
    public static void WrongLength<T, TShape>(int length)
        where TShape : struct, IShape =>
        throw new ShapeMismatchException(
            "The data does not fill the tensor", Elements(TShape.Length), Elements(length), ElementText.Of<T, TShape>(),
            length > TShape.Length
                ? "Pass a slice of that length, or use a batch for several items."
                : "Pass all the elements, or choose the tensor type of the data's real shape.");

    [DoesNotReturn]
    public static void WrongItems<T, TItemShape>(int length)
        where TItemShape : struct, IShape =>
        throw new ShapeMismatchException(
            "The data is not a whole number of items", $"a multiple of {Elements(TItemShape.Length)}", Elements(length),
            $"a batch of {ElementText.Of<T, TItemShape>()}", "Pass complete items, one behind the other.");

    [DoesNotReturn]
    public static void WrongCount<T, TItemShape>(int count, int length)
        where TItemShape : struct, IShape =>
        throw new ShapeMismatchException(
            "The data does not fill the batch", Elements((long)count * TItemShape.Length), Elements(length),
            FormattableString.Invariant($"{count} items of {ElementText.Of<T, TItemShape>()}"), "Pass complete items, one behind the other.");

    [DoesNotReturn]
    public static void UncountableItems<T, TItemShape>()
        where TItemShape : struct, IShape =>
        throw new ShapeMismatchException(
            "The number of items can't be seen from the data", "items with elements", "items of 0 elements",
            $"a batch of {ElementText.Of<T, TItemShape>()}", "Use the constructor that takes a count.");

    [DoesNotReturn]
    public static void TooManyItems<T, TItemShape>(int count)
        where TItemShape : struct, IShape =>
        throw new ModelGenException(
            "The batch has too many elements", $"at most {Elements(int.MaxValue)}", Elements((long)count * TItemShape.Length),
            FormattableString.Invariant($"{count} items of {ElementText.Of<T, TItemShape>()}"), "Run the model on smaller batches.");

    [DoesNotReturn]
    public static void WrongRank<TShape>(int indices)
        where TShape : struct, IShape =>
        throw new ShapeMismatchException(
            "The number of indices is not the tensor's rank", Plural(TShape.Rank, "index", "indices"), Plural(indices, "index", "indices"),
            ShapeText.Of<TShape>(), "Give one index for each axis, or take a Slice of the leading ones first.");

    [DoesNotReturn]
    public static void UnequalLengths<TShape, TOther>()
        where TShape : struct, IShape
        where TOther : struct, IShape =>
        throw new ShapeMismatchException(
            "A tensor can be reinterpreted only as a shape of equally many elements",
            $"{Elements(TShape.Length)} ({ShapeText.Of<TShape>()})", $"{Elements(TOther.Length)} ({ShapeText.Of<TOther>()})",
            where: null, "Choose dims with the same product.");

    [DoesNotReturn]
    public static void NotGiven<T, TShape>()
        where TShape : struct, IShape =>
        throw new ModelGenException(
            "The tensor was not given", $"a tensor of {ElementText.Of<T, TShape>()}", "the default value, which has no memory",
            remedy: "Construct it from a span or a TensorBuffer; IsEmpty tells whether there is one.");

    [DoesNotReturn]
    public static void IndexOutside<TShape>(int axis, int index)
        where TShape : struct, IShape =>
        throw new ArgumentOutOfRangeException(
            $"i{axis}", index, FormattableString.Invariant($"Index {index} is outside axis {axis} of {ShapeText.Of<TShape>()}: {Valid(TShape.Dims[axis])}."));

    [DoesNotReturn]
    public static void ItemOutside(int index, int count) =>
        throw new ArgumentOutOfRangeException(
            nameof(index), index, FormattableString.Invariant($"Item {index} is outside the batch: {Valid(count)}."));

    [DoesNotReturn]
    public static void ItemsOutside(int start, int count, int batchCount) =>
        throw new ArgumentOutOfRangeException(
            nameof(start), start, FormattableString.Invariant($"{count} items from {start} on are not all in the batch, which has {batchCount}."));

    private static string Valid(int size) =>
        size == 0 ? "it has no elements" : FormattableString.Invariant($"valid are 0 to {size - 1}");

    private static string Elements(long count) => Plural(count, "element", "elements");

    private static string Plural(long count, string one, string many) =>
        FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
