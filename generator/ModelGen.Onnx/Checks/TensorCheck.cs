using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>
/// MG1018 and MG2003 for every stored tensor: do its dims fit its bytes? Cheap, as no byte is read, and it tells damage and lies alike. What lies
/// outside goes on to <see cref="ExternalDataCheck"/>.
/// </summary>
internal sealed class TensorCheck : IModelCheck
{
    /// <inheritdoc/>
    public void Run(ParsedModel model, ProblemBag problems, CancellationToken cancellation)
    {
        var external = new ExternalDataCheck(model.External, problems);
        int tensors = 0;
        int leftOut = 0;
        string first = "";
        foreach (TensorUse use in TensorUse.All(model.Proto))
        {
            cancellation.ThrowIfCancellationRequested();
            tensors++;
            long? elements = TensorSize.Elements(use.Tensor.Dims);
            if (elements is null)
            {
                problems.Add(Rules.AbsurdDim, () => use.Sentence($"has dims {Dims(use.Tensor)}, which no tensor can have. The file is damaged: export it again."), use.DescribeNode);
                continue;
            }
            if (use.Tensor.DataLocation == TensorProto.Types.DataLocation.External)
            {
                external.Check(use, elements.Value);
                continue;
            }

            StoredSize stored = StoredSize.Of(use.Tensor);
            if (!stored.IsEmpty || elements == 0)
                CheckStored(use, elements.Value, stored, problems);
            else if (leftOut++ == 0)
                first = use.Describe();
        }

        if (leftOut > 0)
        {
            problems.Add(Rules.WeightsLeftOut, $"{leftOut} of {tensors} constants carry no data, the first is {first}: the model's signature can be read, but it can't run. "
                + "Use the file with its weights.");
        }
    }

    private static void CheckStored(TensorUse use, long elements, StoredSize stored, ProblemBag problems)
    {
        var type = (ElementType)use.Tensor.DataType;
        string? fault = type switch
        {
            ElementType.Undefined => "states no element type",
            _ when !Enum.IsDefined(typeof(ElementType), type) => $"has element type {use.Tensor.DataType}, which ONNX does not define",
            ElementType.String when stored.RawBytes is > 0 => "keeps text in raw_data, where only numbers may be",
            _ when stored.RawBytes is long bytes && stored.Most > 0 => $"stores its elements twice: {bytes} raw bytes and typed ones",
            _ when stored.RawBytes is long bytes => WrongBytes(elements, type, bytes),
            _ => WrongEntries(StoredSize.Entries(elements, type), stored),
        };
        if (fault is not null)
        {
            problems.Add(Rules.InitializerSize, () => use.Sentence($"of {type.ToName()} with dims {Dims(use.Tensor)} {fault}. The file is damaged or was edited wrongly: export it again."), use.DescribeNode);
        }
    }

    private static string? WrongBytes(long elements, ElementType type, long bytes)
    {
        if (type.Bits() is not int bits)
            return null;
        long? expected = TensorSize.Bytes(elements, bits);
        return expected == bytes ? null : $"needs {expected?.ToString() ?? "too many"} bytes but stores {bytes}";
    }

    private static string? WrongEntries(long expected, StoredSize stored)
    {
        if (stored.Least <= expected && expected <= stored.Most)
            return null;
        string came = stored.Least == stored.Most ? $"{stored.Least}" : $"{stored.Least} to {stored.Most}";
        return $"needs {expected} elements but stores {came}";
    }

    private static string Dims(TensorProto tensor) => tensor.Dims.Count == 0 ? "of a scalar" : string.Join("×", tensor.Dims.Take(16));
}
