using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Operators;

/// <summary>Operators on values that may be absent.</summary>
internal static class Optionals
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Optionals",
    [
        new("Optional", [15, 28], Optional) { FollowsElements = true },
        new("OptionalGetElement", [15, 18, 28], GetElement) { FollowsElements = true },
        new("OptionalHasElement", [15, 18, 28], HasElement) { FollowsElements = true },
    ]);

    private static void Optional(NodeContext node)
    {
        if (node.Has(0))
        {
            Fact content = node.Input(0);
            node.Set(0, Fact.Optional(content.Type, isPresent: true, content));
            return;
        }
        TypeProto type = node.Attribute("type")?.Tp ?? throw node.Fail("has neither an input nor a type");
        node.Set(0, Fact.Optional(ValueTypes.FromProto(type), isPresent: false, null));
    }

    // Since version 18 tensors and sequences are taken as they are.
    private static void GetElement(NodeContext node)
    {
        Fact input = node.Input(0);
        if (input.Type is not OptionalType optional)
        {
            node.Set(0, input);
            return;
        }
        if (input.IsPresent == false)
            throw node.Fail("takes what is in an optional that is empty");
        node.Set(0, input.Items is { Count: 1 } content ? content[0] : new Fact(optional.Element).LostAt(input.Loss));
    }

    private static void HasElement(NodeContext node)
    {
        Fact input = node.Input(0);
        Scalar has = !node.Has(0) ? Scalar.Bool(false)
            : input.Type is UnknownType ? Scalar.Unknown
            : input.Type is not OptionalType ? Scalar.Bool(true)
            : input.IsPresent is bool known ? Scalar.Bool(known)
            : Scalar.Unknown;
        node.Set(0, Fact.Of(new PartialTensor(ElementType.Bool, [], [has])));
    }
}
