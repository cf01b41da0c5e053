using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>What is known at compile time of one value that flows through a graph: its type, and perhaps what is in it.</summary>
/// <remarks>Equality contract: equal types and contents; where something was lost on the way does not matter.</remarks>
internal sealed class Fact : IEquatable<Fact>
{
    /// <summary>Nothing is known.</summary>
    public static readonly Fact Unknown = new(new UnknownType());

    private readonly TensorProto? _stored;
    private InferenceBudget? _budget;
    private PartialTensor? _value;

    /// <summary>A value of that type.</summary>
    public Fact(ValueType type) => Type = type;

    private Fact(ValueType type, TensorProto? stored, InferenceBudget? budget)
        : this(type) => (_stored, _budget) = (stored, budget);

    /// <summary>The type.</summary>
    public ValueType Type { get; }

    /// <summary>The elements of a dense tensor; null when they are not followed. Its dims are those of <see cref="Shape"/>.</summary>
    public PartialTensor? Value
    {
        get
        {
            // Most initializers are weights that nobody asks for: they are read at the first question.
            if (_budget is not null)
            {
                _value = TensorPayload.Read(_stored!, _budget);
                _budget = null;
            }
            return _value;
        }
    }

    /// <summary>Whether some of a tensor's elements are not known. Stored ones that nobody asked for yet are not read to find out.</summary>
    public bool LacksElements => _budget is null ? _value is not { IsKnown: true } : _stored!.Dropped is not null || _stored.DataLocation == TensorProto.Types.DataLocation.External;

    /// <summary>The items of a sequence whose length is known; else null.</summary>
    public IReadOnlyList<Fact>? Items { get; private init; }

    /// <summary>Whether an optional holds something; null when unknown.</summary>
    public bool? IsPresent { get; private init; }

    /// <summary>Where dims of the type were lost; null when none was.</summary>
    public ShapeLoss? Loss { get; private init; }

    /// <summary>Where elements that are not known come from, if that is known; see <see cref="Onnx.ValueSource"/>.</summary>
    public object? Source { get; private init; }

    /// <summary>The shape of a dense or sparse tensor; null for an unknown rank and for anything else.</summary>
    public TensorShape? Shape => Type switch
    {
        TensorType tensor => tensor.Shape,
        SparseTensorType sparse => sparse.Shape,
        _ => null,
    };

    /// <summary>The element type of a dense or sparse tensor; undefined for anything else.</summary>
    public ElementType Element => Type switch
    {
        TensorType tensor => tensor.Element,
        SparseTensorType sparse => sparse.Element,
        _ => ElementType.Undefined,
    };

    /// <summary>Whether nothing of the type is open: element type, rank and every dim.</summary>
    public bool IsComplete => Type.IsComplete();

    /// <summary>A dense tensor.</summary>
    public static Fact Tensor(ElementType element, TensorShape? shape) => new(new TensorType(element, shape));

    /// <summary>A dense tensor with its elements.</summary>
    public static Fact Of(PartialTensor value) =>
        new(new TensorType(value.Element, new TensorShape(new(value.Dims.Select(Dim.Known))))) { _value = value };

    /// <summary>A stored tensor, read when it is asked for.</summary>
    public static Fact Stored(TensorProto tensor, InferenceBudget budget) =>
        new(new TensorType((ElementType)tensor.DataType, TensorPayload.Shape(tensor)), tensor, budget);

    /// <summary>A sequence of known items.</summary>
    public static Fact Sequence(ValueType element, IReadOnlyList<Fact> items) => new(new SequenceType(element)) { Items = items };

    /// <summary>An optional that is known to hold something, or not to.</summary>
    public static Fact Optional(ValueType element, bool? isPresent, Fact? content) =>
        new(new OptionalType(element)) { IsPresent = isPresent, Items = content is null ? null : [content] };

    /// <summary>The same contents under a type that says the same or more, with where its dims were lost and where its elements come from.</summary>
    public Fact With(ValueType type, ShapeLoss? loss, object? source) =>
        new(type, _stored, _budget) { _value = _value, Items = Items, IsPresent = IsPresent, Loss = loss, Source = source };

    /// <summary>The same, with where its dims were lost.</summary>
    public Fact LostAt(ShapeLoss? loss) => With(Type, loss, Source);

    /// <summary>The same, with where its elements come from.</summary>
    public Fact From(object? source) => With(Type, Loss, source);

    /// <inheritdoc/>
    public bool Equals(Fact? other) => other is not null && (ReferenceEquals(this, other)
        || (Type.Equals(other.Type) && IsPresent == other.IsPresent && SameValue(other)
            && (Items is null ? other.Items is null : other.Items is not null && Items.SequenceEqual(other.Items))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Fact);

    /// <inheritdoc/>
    public override int GetHashCode() => Type.GetHashCode();

    private bool SameValue(Fact other) => (_stored is not null && ReferenceEquals(_stored, other._stored)) || Equals(Value, other.Value);
}
