using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Writes what a model gave as .npy files.</summary>
internal sealed class OutputWriter(OutputFolder folder)
{
    /// <summary>Writes one output; a sequence gives one row an element.</summary>
    /// <exception cref="UserFault">A file can't be written.</exception>
    internal IEnumerable<WrittenOutput> Write(string name, Onnx.ValueType type, OrtValue value) =>
        Write(Printable.Line(name, Printable.NameLength), OutputNames.Stem(name), type, value);

    private List<WrittenOutput> Write(string name, string stem, Onnx.ValueType type, OrtValue value)
    {
        switch (Kind(value))
        {
            case OnnxValueType.ONNX_TYPE_TENSOR:
                return [Tensor(name, stem, value)];
            case OnnxValueType.ONNX_TYPE_SEQUENCE:
                return Sequence(name, stem, type, value);
            case OnnxValueType.ONNX_TYPE_MAP:
                return [NotWritten(name, type, "a dictionary has no place in a .npy file; export the model without it (skl2onnx: zipmap=False)")];
            case null when type is OptionalType:
                return [new(name, "", TypeNames.Of(type), null, null, "absent: the model gave nothing here")];
            default:
                return [NotWritten(name, type, "only tensors and sequences of them can be written as .npy")];
        }
    }

    private List<WrittenOutput> Sequence(string name, string stem, Onnx.ValueType type, OrtValue value)
    {
        Onnx.ValueType element = OutputNames.Unwrap(type) is SequenceType sequence ? sequence.Element : new UnknownType();
        if (element is MapType)
            return [NotWritten(name, type, "dictionaries have no place in a .npy file; export the model without them (skl2onnx: zipmap=False)")];
        int count = value.GetValueCount();
        List<WrittenOutput> rows = count == 0 ? [new(name, "", TypeNames.Of(type), null, null, "an empty sequence")] : [];
        for (int i = 0; i < count; i++)
        {
            using OrtValue item = value.GetValue(i, OrtAllocator.DefaultInstance);
            rows.AddRange(Write($"{name}[{i}]", $"{stem}.{i}", element, item));
        }
        return rows;
    }

    private WrittenOutput Tensor(string name, string stem, OrtValue value)
    {
        OrtTensorTypeAndShapeInfo info = value.GetTensorTypeAndShape();
        ElementType element = (ElementType)(int)info.ElementDataType;
        string file = stem + ".npy", shape = Tensors.Shape(info.Shape);
        if (Tensors.Npy(element) is not { } type)
            return new(name, shape, element.ToName(), null, null, "not written: NumPy has no such type");
        if (type.IsText)
        {
            string[] strings = info.ElementCount == 0 ? [] : value.GetStringTensorAsArray();
            folder.Write(file, stream => NpyWriter.Write(stream, info.Shape, strings));
            return new(name, shape, element.ToName(), null, file, "");
        }
        if (value.GetTensorSizeInBytes() > int.MaxValue)
            return new(name, shape, element.ToName(), null, null, "not written: more than 2 GiB");

        if (element == ElementType.BFloat16)
        {
            byte[] wide = Tensors.Widen(Bytes(value));
            folder.Write(file, stream => NpyWriter.Write(stream, type, info.Shape, wide));
            return new(name, shape, element.ToName(), Summary.Of(type, wide), file, "written as float32");
        }
        folder.Write(file, stream => NpyWriter.Write(stream, type, info.Shape, Bytes(value)));
        return new(name, shape, element.ToName(), Summary.Of(type, Bytes(value)), file, "");
    }

    private static ReadOnlySpan<byte> Bytes(OrtValue value) => value.GetTensorSizeInBytes() == 0 ? [] : value.GetTensorMutableRawData();

    private static WrittenOutput NotWritten(string name, Onnx.ValueType type, string why) => new(name, "", TypeNames.Of(type), null, null, "not written: " + why);

    // Null when there is no value: ONNX Runtime can't say the type of an optional that is absent.
    private static OnnxValueType? Kind(OrtValue value)
    {
        try
        {
            return value.OnnxType is OnnxValueType.ONNX_TYPE_UNKNOWN ? null : value.OnnxType;
        }
        catch (OnnxRuntimeException)
        {
            return null;
        }
    }
}
