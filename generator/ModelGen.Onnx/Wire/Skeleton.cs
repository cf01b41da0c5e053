using System.Globalization;

namespace ModelGen.Onnx.Wire;

/// <summary>
/// Copies an ONNX file without its weights: walks the fields, seeks over what <see cref="Schema"/> does not name and over big payloads, and
/// writes the rest with the lengths put right. A file of gigabytes costs what its graph costs.
/// </summary>
internal sealed class Skeleton
{
    private readonly ByteReader _reader;
    private readonly SkeletonBuffer _target = new();
    private readonly PayloadTally _tensorPayload = new();
    // One a level of graphs: an attribute lies within another only through a subgraph.
    private readonly PayloadTally?[] _attributePayloads = new PayloadTally?[SkeletonLimits.Subgraphs + 2];
    private readonly Stack<MessageKind> _path = new();
    private bool _plausible;
    private int _messages;
    private long _fields;
    private int _graphs;
    private int _types;

    private Skeleton(ByteReader reader) => _reader = reader;

    /// <summary>Reads the stream from its position on.</summary>
    /// <param name="stream">Seekable, at the model's first byte.</param>
    /// <param name="length">The position after the model's last byte.</param>
    /// <param name="cancellation">Ends the walk.</param>
    /// <exception cref="ReadingException">The file is cut, damaged, or beyond the limits.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static SkeletonBuffer Read(Stream stream, long length, CancellationToken cancellation)
    {
        var skeleton = new Skeleton(new ByteReader(stream, length, cancellation));
        try
        {
            skeleton.Walk(MessageKind.Model, length);
        }
        catch (EndOfStreamException)
        {
            throw skeleton.IsTopLevel && skeleton._plausible
                ? skeleton.Truncated("in the middle of a number")
                : skeleton.Malformed("a number runs beyond its message");
        }
        catch (InvalidDataException)
        {
            throw skeleton.Malformed("a number has more than 64 bits");
        }
        return skeleton._target;
    }

    private bool IsTopLevel => _path.Count == 1;

    private void Walk(MessageKind kind, long end)
    {
        _path.Push(kind);
        PayloadTally? payload = null;
        while (_reader.Position < end)
        {
            if (++_fields > SkeletonLimits.Fields)
                throw TooLarge(Invariant($"more than {SkeletonLimits.Fields:N0} fields"));

            (uint number, WireType wire) = ReadTag(end);
            FieldRule rule = Schema.Field(kind, number);
            bool known = rule.Action != FieldAction.Drop && rule.Accepts(wire);
            _plausible |= known && wire == WireType.Varint;
            ulong varint = wire == WireType.Varint ? _reader.ReadVarint(end) : 0;
            long length = ReadLength(number, wire, end);
            _plausible |= known;

            if (!known || (rule.Action == FieldAction.Text && length > SkeletonLimits.Text))
                _reader.Skip(length);
            else if (rule.Action == FieldAction.Payload)
                (payload ??= StartPayload(kind)).Take(_reader, number, wire, rule, IsRaw(kind, number), length, varint);
            else if (rule.Action == FieldAction.Enter)
                Enter(rule.Child, number, length);
            else
                Copy(number, wire, rule, length, varint);
        }
        payload?.Finish(_target);
        _path.Pop();
    }

    private (uint Number, WireType Wire) ReadTag(long end)
    {
        ulong tag = _reader.ReadVarint(end);
        ulong number = tag >> 3;
        if (number is 0 or > 0x1FFFFFFF)
            throw Malformed(Invariant($"field number {number} can't be"));
        var wire = (WireType)(tag & 7);
        if (wire is not (WireType.Varint or WireType.Fixed32 or WireType.Fixed64 or WireType.Length))
            throw Malformed(Invariant($"wire type {(int)wire} is not one that ONNX uses"));
        return ((uint)number, wire);
    }

    // The bytes of the value that follow; none are left of a varint, which has been read.
    private long ReadLength(uint number, WireType wire, long end)
    {
        ulong length = wire switch
        {
            WireType.Varint => 0,
            WireType.Fixed32 => 4,
            WireType.Fixed64 => 8,
            _ => _reader.ReadVarint(end),
        };
        ulong left = (ulong)(end - _reader.Position);
        if (length <= left)
            return (long)length;

        bool isModel = _plausible || number == ModelProto.GraphFieldNumber;
        throw IsTopLevel && isModel && length <= long.MaxValue
            ? Truncated(Invariant($"{length - left:N0} bytes before the end of {FieldName(number)}"))
            : Malformed(Invariant($"field {number} announces {length:N0} bytes where {left:N0} are left"));
    }

    private void Enter(MessageKind child, uint number, long length)
    {
        if (++_messages > SkeletonLimits.Messages)
            throw TooLarge(Invariant($"more than {SkeletonLimits.Messages:N0} nodes, values, attributes and dims"));
        if (child == MessageKind.Graph && ++_graphs > SkeletonLimits.Subgraphs + 1)
            throw TooLarge(Invariant($"more than {SkeletonLimits.Subgraphs} graphs within each other (bodies of If, Loop or Scan)"));
        if (child == MessageKind.Type && ++_types > SkeletonLimits.Types)
            throw TooLarge(Invariant($"a type of more than {SkeletonLimits.Types} sequences, maps or optionals within each other"));

        _target.WriteTag(number, WireType.Length);
        int start = _target.OpenMessage();
        Walk(child, _reader.Position + length);
        _target.CloseMessage(start);

        if (child == MessageKind.Graph)
            _graphs--;
        if (child == MessageKind.Type)
            _types--;
    }

    private void Copy(uint number, WireType wire, FieldRule rule, long length, ulong varint)
    {
        _target.WriteTag(number, wire);
        if (wire == WireType.Length && rule.Wire == WireType.Length)
        {
            _target.CopyText(_reader, length);
            return;
        }
        if (wire is WireType.Varint)
            _target.WriteVarint(varint);
        if (wire == WireType.Length)
            _target.WriteVarint((ulong)length);
        _target.Copy(_reader, length);
    }

    private PayloadTally StartPayload(MessageKind kind)
    {
        bool tensor = kind == MessageKind.Tensor;
        PayloadTally payload = tensor ? _tensorPayload : _attributePayloads[_graphs] ??= new PayloadTally();
        payload.Start(tensor ? SkeletonLimits.TensorPayload : SkeletonLimits.AttributePayload);
        return payload;
    }

    private static bool IsRaw(MessageKind kind, uint number) =>
        kind == MessageKind.Tensor ? number == TensorProto.RawDataFieldNumber : number == AttributeProto.SFieldNumber;

    private static string FieldName(uint number) => number switch
    {
        ModelProto.GraphFieldNumber => "the graph",
        ModelProto.FunctionsFieldNumber => "a function",
        ModelProto.MetadataPropsFieldNumber => "the metadata",
        _ => Invariant($"field {number}"),
    };

    private ReadingException Truncated(string where) => new(Rules.Truncated,
        Invariant($"The file ends after {_reader.Length:N0} bytes, {where}: it was cut short. Download or export it again, and compare its size with the original's."));

    private ReadingException Malformed(string what)
    {
        string path = string.Join(" › ", _path.Reverse().Select(kind => kind.ToString().ToLowerInvariant()));
        return new(Rules.Malformed,
            Invariant($"This is not a well-formed ONNX file: at byte {_reader.Position:N0}, in {path}, {what}. Download or export it again."));
    }

    private static ReadingException TooLarge(string what) => new(Rules.GraphTooLarge,
        $"The graph has {what}, which is beyond what ModelGen reads. Simplify the model (onnxslim, onnxsim) or split it.");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
