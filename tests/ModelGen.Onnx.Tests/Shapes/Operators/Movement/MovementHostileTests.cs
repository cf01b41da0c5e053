using CsCheck;
using ModelGen.Onnx.Operators;
using ModelGen.Onnx.Wire;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

/// <summary>Whatever inputs and attributes a file gives these operators, a rule ends with facts or with a fault.</summary>
public class MovementHostileTests
{
    private static readonly Operator[] s_operators =
    [
        .. ShapeQueries.Family.Operators, .. Reshaping.Family.Operators, .. Arranging.Family.Operators, .. Slicing.Family.Operators, .. Gathering.Family.Operators,
        .. Scattering.Family.Operators, .. Extending.Family.Operators, .. Selecting.Family.Operators, .. Blocks.Family.Operators,
    ];

    private static readonly string[] s_names =
    [
        "axes", "axis", "perm", "shape", "allowzero", "start", "end", "split", "num_outputs", "starts", "ends", "batch_dims", "reduction", "pads", "paddings", "mode",
        "value", "k", "sorted", "blocksize", "dilations", "strides", "upper", "batch_axis", "time_axis",
    ];

    private static readonly Gen<long> s_number = Gen.Frequency(
        (20, Gen.Long[-3, 5]), (1, Gen.OneOf(long.MaxValue, long.MinValue, long.MaxValue - 1, int.MaxValue, int.MinValue, 1L << 32, 20000)));

    private static readonly Gen<Dim> s_dim = Gen.Frequency(
        (8, Gen.Long[0, 4].Select(Dim.Known)), (1, s_number.Select(DimMath.OfSize)), (2, Gen.OneOf("n", "m").Select(Dim.Named)), (1, Gen.Const(Dim.Unknown)));

    private static readonly Gen<ElementType> s_element = Gen.OneOf(ElementType.Int64, ElementType.Float, ElementType.Bool, ElementType.String, ElementType.Undefined);

    private static readonly Gen<Scalar> s_scalar = Gen.Frequency(
        (10, s_number.Select(Scalar.Int)), (1, Gen.Const(Scalar.Unknown)), (1, Gen.Const(Scalar.Of(Dim.Named("n")))), (1, Gen.Double.Select(Scalar.Float)));

    private static readonly Gen<Fact> s_followed =
        from dims in Gen.Frequency((6, Gen.Long[0, 5].Array[1]), (2, Gen.Long[0, 3].Array[0, 5]), (1, Gen.Const(Enumerable.Repeat(1L, 80).ToArray())))
        from element in s_element
        from items in s_scalar.Array[(int)dims.Aggregate(1L, (product, dim) => product * dim)]
        select Fact.Of(new PartialTensor(element, dims, items));

    private static readonly Gen<Operand> s_operand = Gen.Frequency(
        (6, s_followed.Select(Of)),
        (4, from element in s_element from dims in s_dim.Array[0, 5] select Of(Fact.Tensor(element, new TensorShape(new(dims))))),
        (1, s_element.Select(Unranked)),
        (1, Gen.Const(Of(Fact.Sequence(new TensorType(ElementType.Float, null), [])))),
        (1, Gen.Const(Hole)));

    private static readonly Gen<AttributeProto> s_attribute = Gen.OneOf(s_names).SelectMany(name => Gen.Frequency(
        (6, s_number.Select(value => Attribute(name, value))),
        (6, s_number.Array[0, 5].Select(values => Attribute(name, values))),
        (1, Gen.OneOf("edge", "wrap", "reflect", "add", "max", "CRD", "").Select(text => Attribute(name, text))),
        (1, Gen.Single.Select(value => Attribute(name, value)))));

    [Fact]
    public void NothingButAFaultComesOutOfARule() =>
        (from op in Gen.OneOf(s_operators)
         from opset in Gen.Int[1, 28]
         from operands in s_operand.Array[0, 5]
         from attributes in s_attribute.Array[0, 4]
         from outputs in Gen.Int[0, 4]
         select (op, opset, operands, attributes, outputs)).Sample(
            (op, opset, operands, attributes, outputs) =>
            {
                foreach (Fact fact in All(op.Name, opset, operands, outputs, attributes).Facts)
                {
                    Assert.All(fact.Shape?.Dims ?? default, dim => Assert.True(dim.Size is not < 0, "A size is negative."));
                    if (fact.Value is { } value)
                        Assert.Equal(fact.Shape?.Dims.Select(dim => dim.Size ?? -1), value.Dims);
                    Assert.True(fact.Value is null || fact.Value.Count == TensorSize.Elements(fact.Value.Dims), "The elements are not as many as the dims say.");
                }
            },
            iter: 5_000);

    [Fact]
    public void KnowingLessNeverContradictsKnowingMore() =>
        (from op in Gen.OneOf(s_operators)
         from opset in Gen.Int[1, 28]
         from operands in s_operand.Where(operand => operand.Fact?.Shape is not { Rank: > NodeContext.HighestRank }).Array[0, 5]
         from attributes in s_attribute.Array[0, 4]
         from forgotten in Gen.Int[0, 4]
         from dim in Gen.Int[-2, 3]
         select (op, opset, operands, attributes, forgotten, dim)).Sample(
            (op, opset, operands, attributes, forgotten, dim) =>
            {
                Inferred more = All(op.Name, opset, operands, 2, attributes);
                Operand[] fewer = [.. operands.Select((operand, i) => i == forgotten && operand.Fact is { } fact ? Of(Forget(fact, dim)) : operand)];
                Inferred less = All(op.Name, opset, fewer, 2, attributes);
                if (more.Fault is null)
                {
                    Assert.Null(less.Fault);
                    Assert.All(more.Facts.Zip(less.Facts), pair => Assert.False(Refine.Contradict(pair.Second.Type, pair.First.Type), $"{pair.Second.Type.ToText()} against {pair.First.Type.ToText()}"));
                }
            },
            iter: 5_000);

    // The elements, and with them all dims, one dim or none.
    private static Fact Forget(Fact fact, int dim) => fact.Type switch
    {
        TensorType tensor when dim == -2 => Fact.Tensor(tensor.Element, null),
        TensorType { Shape: { } shape } tensor => Fact.Tensor(tensor.Element, new TensorShape(new(shape.Dims.Select((known, i) => i == dim ? Dim.Unknown : known)))),
        _ => new Fact(fact.Type),
    };
}
