using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Constants with other values, other dims, another element type, or less data than they need. Shape operands are among them.</summary>
internal sealed class TensorMutator : IModelMutator
{
    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        List<TensorProto> tensors = model.Tensors();
        if (tensors.Count == 0)
            return;
        // Small integers are what shapes come of.
        List<TensorProto> shapes = [.. tensors.Where(tensor => tensor.DataType is 6 or 7 && tensor.CalculateSize() < 1000)];
        TensorProto tensor = random.Pick(shapes.Count > 0 && random.Next(4) > 0 ? shapes : tensors);
        switch (random.Next(7))
        {
            case 0:
                tensor.DataType = random.Pick([0, 1, 6, 7, 8, 9, 10, 99, random.Next(30)]);
                break;
            case 1 when tensor.Dims.Count > 0:
                tensor.Dims[random.Next(tensor.Dims.Count)] = random.Dim();
                break;
            case 2:
                tensor.Dims.Clear();
                tensor.Dims.AddRange(Enumerable.Range(0, random.Next(13)).Select(_ => random.Dim()));
                break;
            case 3:
                tensor.RawData = ByteString.CopyFrom(tensor.RawData.Span[..random.Next(tensor.RawData.Length + 1)]);
                break;
            case 4:
                tensor.DataLocation = TensorProto.Types.DataLocation.External;
                tensor.ExternalData.Add(new StringStringEntryProto { Key = random.Pick(["location", "offset", "length"]), Value = random.Pick(["../x", "w", "-1", "9999999999999999999"]) });
                break;
            default:
                Values(tensor, random);
                break;
        }
    }

    private static void Values(TensorProto tensor, Random random)
    {
        if (tensor.Int64Data.Count > 0)
        {
            tensor.Int64Data[random.Next(tensor.Int64Data.Count)] = random.Extreme();
        }
        else if (tensor.FloatData.Count > 0)
        {
            tensor.FloatData[random.Next(tensor.FloatData.Count)] = random.ExtremeFloat();
        }
        else if (tensor.RawData.Length >= 8)
        {
            byte[] raw = tensor.RawData.ToByteArray();
            BitConverter.TryWriteBytes(raw.AsSpan(random.Next(raw.Length / 8) * 8), random.Extreme());
            tensor.RawData = ByteString.CopyFrom(raw);
        }
        else if (tensor.RawData.Length >= 4)
        {
            byte[] raw = tensor.RawData.ToByteArray();
            BitConverter.TryWriteBytes(raw.AsSpan(random.Next(raw.Length / 4) * 4), random.ExtremeFloat());
            tensor.RawData = ByteString.CopyFrom(raw);
        }
    }
}
