using CsCheck;
using ModelGen.Onnx.Operators;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests.Operators;

/// <summary>Files come from anywhere: rules meet missing inputs, absurd dims and attributes of the wrong type.</summary>
public class HostileOperandsTests
{
    private static readonly string[] s_attributes =
    [
        "axes", "axis", "keepdims", "noop_with_empty_axes", "to", "dtype", "shape", "k", "sample_size", "output_datatype", "new_axis", "equation", "direction",
        "fmod", "exclusive", "reverse", "transA", "transB", "ngram_indexes", "stopwords", "value_ints", "value_int", "min", "max", "broadcast", "select_last_index",
        "perm", "split", "num_outputs", "starts", "ends", "pads", "kernel_shape", "strides", "dilations", "group", "auto_pad", "ceil_mode", "output_shape", "blocksize",
        "batch_dims", "hidden_size", "num_heads", "q_num_heads", "kv_num_heads", "layout", "keep_aspect_ratio_policy", "mode", "scales", "block_size", "onesided",
    ];

    private static readonly Gen<long> s_number = Gen.OneOf(Gen.Long[-3, 5], Gen.OneOf<long>(long.MinValue, long.MaxValue, int.MaxValue, 1L << 40, 99));
    private static readonly Gen<object?> s_dim = Gen.OneOf(
        Gen.Long[0, 4].Select(dim => (object?)dim), Gen.OneOf<object?>(null, "n", "m", long.MaxValue, 1L << 31, 70000L));

    private static readonly Gen<ElementType> s_element = Gen.OneOf<ElementType>(
        ElementType.Float, ElementType.Int64, ElementType.Int32, ElementType.Bool, ElementType.UInt8, ElementType.UInt64, ElementType.Float16, ElementType.String, ElementType.Undefined, (ElementType)77);

    private static readonly Gen<Scalar> s_item = Gen.OneOf(
        s_number.Select(Scalar.Int),
        Gen.OneOf<double>(double.NaN, double.PositiveInfinity, -0.0, 1e300, 0.5, -2.5).Select(Scalar.Float),
        Gen.OneOf<Scalar>(Scalar.Unknown, Scalar.Of(Dim.Named("n"))));

    private static readonly Gen<Fact> s_tensor = Gen.OneOf(
        Gen.Const(Fact.Unknown),
        s_element.Select(element => Fact.Tensor(element, null)),
        Gen.Select(s_element, s_dim.Array[0, 5]).Select((element, dims) => Infer.Tensor(element, dims).Fact!),
        s_element.Select(element => Fact.Tensor(element, new TensorShape(new(Enumerable.Repeat(Dim.Known(1), 64))))),
        Gen.Select(s_element, Gen.Long[0, 3].Array[0, 3], s_item).Select((element, dims, item) => Fact.Of(Filled(element, dims, item))),
        Gen.Select(s_element, s_item.Array[0, 4]).Select((element, items) => Fact.Of(new PartialTensor(element, [items.Length], items))),
        s_item.Select(item => Fact.Of(new PartialTensor(ElementType.Int64, [], [item]))));

    private static readonly Gen<Infer.Operand> s_operand = Gen.OneOf(
        s_tensor, s_tensor, s_tensor,
        s_tensor.Array[0, 3].Select(items => Fact.Sequence(new TensorType(ElementType.Float, null), items)),
        s_tensor.Select(content => Fact.Optional(content.Type, true, content)),
        Gen.OneOf<Fact>(Fact.Optional(new UnknownType(), null, null), new Fact(new SequenceType(new UnknownType())))).Select(fact => Infer.Of(fact));

    private static readonly Gen<AttributeProto> s_attribute = Gen.Select(Gen.OneOf<string>(s_attributes), Gen.OneOf(
        s_number.Select(number => Infer.Attribute("", number)),
        s_number.Array[0, 4].Select(numbers => Infer.Attribute("", numbers)),
        Gen.OneOf<string>("", "INT64", "LEFT", "ij,jk->ik", "...i,i...", "->", "i->...", "no").Select(text => Infer.Attribute("", text)),
        Gen.Const(new AttributeProto()))).Select((name, attribute) =>
        {
            AttributeProto named = attribute.Clone();
            named.Name = name;
            return named;
        });

    private static readonly Gen<Operator> s_operator = Gen.OneOf<Operator>([.. OpTable.Families.SelectMany(family => family.Operators)]);

    [Fact]
    public void NoOperandsOrAttributesMakeARuleFailInAnyOtherWayThanByAFault() =>
        Gen.Select(s_operator, Gen.Int[1, 28], s_operand.Array[0, 5], s_attribute.Array[0, 4]).Sample((op, opset, operands, attributes) =>
        {
            Infer.Inferred result = Infer.All(op.Domain == Domains.Standard ? op.Name : $"{op.Domain}.{op.Name}", opset, operands, outputs: 5, [.. attributes.DistinctBy(attribute => attribute.Name)]);

            Assert.All(result.Facts, fact =>
            {
                Assert.InRange(fact.Shape?.Rank ?? 0, 0, 64);
                if (fact.Value is { } value)
                {
                    Assert.Equal(value.Count, value.Dims.Aggregate(1L, (product, dim) => product * dim));
                    Assert.Equal(value.Dims, fact.Shape!.Dims.Select(dim => dim.Size!.Value));
                }
            });
        }, iter: 5_000);

    private static PartialTensor Filled(ElementType element, long[] dims, Scalar item) =>
        new(element, dims, [.. Enumerable.Repeat(item, (int)dims.Aggregate(1L, (product, dim) => product * dim))]);
}
