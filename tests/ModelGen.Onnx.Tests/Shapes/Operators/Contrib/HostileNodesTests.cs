using CsCheck;
using ModelGen.Onnx.Operators;
using ModelGen.Onnx.Wire;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class HostileNodesTests
{
    private static readonly string[] s_attributes =
    [
        "axes", "axis", "bits", "block_size", "border", "cast_to", "cats_int64s", "channels", "channels_last", "classlabels_ints", "classlabels_strings", "dilation", "dim", "dtype",
        "gather_axis", "group", "hidden_size", "inputdimensions", "intercepts", "K", "keepdims", "kernel_shape", "kv_num_heads", "map_form", "max_map", "max_ngram_size", "max_output_boxes",
        "n_head_per_ngram", "n_targets", "N", "num_heads", "output_padding", "pads", "past_present_share_buffer", "pooled_size", "prob_a", "q_num_heads", "qkv_hidden_sizes", "scale", "scales",
        "size", "state_update_capacity", "state_window", "stash_type", "step", "strides", "targets", "transA", "transB", "transBatchA", "v_head_size", "values_floats", "vectors_per_class",
    ];

    private static readonly Gen<long> s_number = Gen.OneOf(Gen.Long[-3, 9], Pick(0L, 1L, 2L, -1L, int.MaxValue, long.MaxValue, long.MinValue, 1L << 40));

    private static readonly Gen<Dim> s_dim = Gen.OneOf(Gen.Long[0, 9].Select(Dim.Known), Pick(Dim.Unknown, Dim.Named("n"), Dim.Known(long.MaxValue), Dim.Known(1L << 40)));

    private static readonly Gen<ElementType> s_element = Pick(ElementType.Float, ElementType.UInt8, ElementType.Int64, ElementType.String, ElementType.Undefined, (ElementType)99);

    private static readonly Gen<Operand> s_input = Gen.OneOf(
        Gen.Select(s_element, s_dim.Array[0, 6]).Select((element, dims) => Of(Fact.Tensor(element, new TensorShape(new(dims))))),
        s_number.Array[0, 9].Select(items => Of(Fact.Of(new PartialTensor(ElementType.Int64, [items.Length], [.. items.Select(Scalar.Int)])))),
        s_number.Select(item => Of(Fact.Of(new PartialTensor(ElementType.Int32, [], [Scalar.Int(item)])))),
        s_element.Select(Unranked),
        Pick(Hole, Of(Fact.Unknown), Of(new Fact(new SequenceType(new UnknownType())))));

    private static readonly Gen<AttributeProto> s_attribute = Gen.OneOf(
        Gen.Select(Pick(s_attributes), s_number).Select((name, value) => Attribute(name, value)),
        Gen.Select(Pick(s_attributes), s_number.Array[0, 6]).Select((name, values) => Attribute(name, values)),
        Pick(s_attributes).Select(name => Attribute(name, "SPARSE")));

    public static TheoryData<string> Domain => [Domains.MachineLearning, Domains.Microsoft, Domains.MicrosoftNchwc, Domains.MicrosoftNhwc, Domains.Standard];

    [Theory]
    [MemberData(nameof(Domain))]
    public void NoNodeMakesARuleThrowWhatIsNotCaught(string domain)
    {
        Operator[] rows = [.. OpTable.Families.SelectMany(family => family.Operators).Where(row => row.Domain == domain && row.Name is not ("If" or "Loop" or "Scan" or "SequenceMap"))];

        Gen.Select(Pick(rows), s_input.Array[0, 9], s_attribute.Array[0, 6], Gen.Int[1, 28]).Sample((row, inputs, attributes, opset) =>
        {
            // What is thrown and not caught by the interpreter fails the test; what a node gives is something for every output.
            Inferred inferred = All($"{row.Domain}.{row.Name}", opset, inputs, 4, attributes);
            Assert.Equal(4, inferred.Facts.Length);
            Assert.All(inferred.Facts, fact => Assert.True(fact.IsComplete || fact.Loss is not null));
        }, iter: 4_000);
    }

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
