using CsCheck;
using ModelGen.Onnx.Operators;
using ModelGen.Onnx.Wire;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

/// <summary>Every rule on nodes that nobody would write: whatever they hold, the outcome is a type or a fault, never another exception.</summary>
public class HostileNodeTests
{
    private static readonly Operator[] s_rows = [.. OpTable.Families.SelectMany(family => family.Operators)];

    // Every attribute that a rule reads by name would be best; these are those whose numbers do arithmetic.
    private static readonly string[] s_attributes =
    [
        "axis", "axes", "kernel_shape", "strides", "pads", "dilations", "group", "auto_pad", "ceil_mode", "output_padding", "output_shape", "pooled_shape", "output_height",
        "scales", "height_scale", "width_scale", "keep_aspect_ratio_policy", "hidden_size", "layout", "direction", "q_num_heads", "kv_num_heads", "num_heads", "reduction",
        "onesided", "inverse", "stash_type", "output_dtype", "to", "dtype", "blocksize", "block_size", "perm", "split", "num_outputs", "starts", "ends", "shape", "repeats",
        "keepdims", "batch_dims", "k", "equation", "allowzero", "exclusive", "mode", "value", "value_ints", "sample_size", "num_scan_inputs",
    ];

    private static readonly Gen<long> s_numbers = Gen.Frequency(
        (6, Gen.Long[-3, 9]), (1, One(long.MinValue, long.MaxValue, int.MaxValue, int.MinValue, 1L << 62)));

    private static readonly Gen<object?> s_dims = Gen.Frequency(
        (5, Gen.Long[0, 9].Select(dim => (object?)dim)), (1, One<object?>(null, "n", "m", long.MaxValue, 1L << 31)));

    private static readonly Gen<ElementType> s_elements = One(ElementType.Float, ElementType.Int64, ElementType.Bool, ElementType.Int32, ElementType.String, ElementType.Undefined);

    private static readonly Gen<Operand> s_operands = Gen.OneOf(
        Gen.Select(s_elements, Gen.Frequency((8, s_dims.Array[0, 5]), (1, s_dims.Array[60, 64])), (element, dims) => Tensor(element, dims)),
        s_elements.Select(Unranked),
        s_numbers.Array[0, 6].Select(items => Ints([.. items.Cast<object?>()])),
        s_numbers.Select(Int),
        Gen.Float.Array[0, 5].Select(items => Floats([.. items.Cast<object?>()])),
        Gen.Const(Hole));

    private static readonly Gen<AttributeProto> s_anyAttribute = Gen.Select(One(s_attributes), Gen.OneOf(
        s_numbers.Select(number => Attribute("", number)),
        s_numbers.Array[0, 6].Select(numbers => Attribute("", numbers)),
        Gen.Float.Select(number => Attribute("", number)),
        Gen.Float.Array[0, 5].Select(numbers => Attribute("", numbers)),
        One("", "SAME_UPPER", "VALID", "none", "bidirectional", "not_larger", "ij,jk->ik", "...a,b").Select(text => Attribute("", text))), Named);

    [Fact]
    public void NoRuleThrowsAnythingButWhatItsNodeCantDo() =>
        Gen.Select(Gen.Int[0, s_rows.Length - 1], s_operands.Array[0, 6], s_anyAttribute.Array[0, 6], Gen.Int[1, 4], Gen.Int[1, (int)OpTable.NewestOpset])
            .Sample((row, operands, attributes, outputs, opset) => Check(s_rows[row], operands, attributes, outputs, opset), iter: 20_000);

    [Fact]
    public void EveryRuleStandsANodeWithNothing() => Assert.All(s_rows, row => Check(row, [], [], outputs: 2, row.Versions[^1]));

    private static void Check(Operator row, Operand[] operands, AttributeProto[] attributes, int outputs, int opset)
    {
        Inferred inferred = All($"{row.Domain}.{row.Name}", opset, operands, outputs, attributes);
        Assert.All(inferred.Facts.Select(fact => fact.Shape).OfType<TensorShape>(), shape => Assert.All(shape.Dims, dim => Assert.False(dim.Size < 0)));
    }

    private static Gen<T> One<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static AttributeProto Named(string name, AttributeProto attribute)
    {
        AttributeProto named = attribute.Clone();
        named.Name = name;
        return named;
    }
}
