using System.Collections.Immutable;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>The weights of a model file, as bytes. Field numbers are those of onnx.proto.</summary>
internal static class WeightBytes
{
    private const int ModelGraph = 7, GraphInitializer = 5;
    private const int TensorFloats = 4, TensorRaw = 9, TensorExternal = 13;
    private const int EntryKey = 1, EntryValue = 2;

    /// <summary>Copies a model and turns the signs of its largest tensor's numbers over, so that the file has the same length, names and shapes.</summary>
    /// <returns>The bytes that were turned over, of 4: of float32 each number's sign, of narrower types the same bit of some numbers.</returns>
    /// <exception cref="CheckSkippedException">The file holds no weights.</exception>
    public static int CopyChanged(string from, string to)
    {
        byte[] bytes = File.ReadAllBytes(from);
        (int start, int length) = (0, 0);
        using (MemoryStream stream = new(bytes))
        {
            Visit(stream, (field, size) =>
            {
                if (field is TensorFloats or TensorRaw && size > length)
                    (start, length) = ((int)stream.Position, (int)size);
            });
        }
        if (length < sizeof(float))
            throw new CheckSkippedException("the file holds no weights to change");
        for (int i = 3; i < length; i += sizeof(float))
            bytes[start + i] ^= 0x80;
        File.WriteAllBytes(to, bytes);
        return length / sizeof(float);
    }

    /// <summary>The files beside the model that hold weights.</summary>
    /// <exception cref="CheckSkippedException">The file is no ONNX model.</exception>
    public static ImmutableArray<string> FilesOf(string path)
    {
        SortedSet<string> files = new(StringComparer.Ordinal);
        using FileStream stream = File.OpenRead(path);
        try
        {
            Visit(stream, (_, _) => { }, files);
        }
        catch (InvalidDataException e)
        {
            throw new CheckSkippedException(e.Message);
        }
        return [.. files];
    }

    private static void Visit(Stream stream, Action<int, long> tensorField, SortedSet<string>? files = null)
    {
        WireWalk walk = new(stream);
        void In(int wanted, int field, long length, Action<int, long> visit)
        {
            if (field == wanted)
                walk.Message(length, visit);
            else
                walk.Skip(length);
        }
        walk.Message(walk.Length, (field, length) => In(ModelGraph, field, length, (field, length) => In(GraphInitializer, field, length, (field, length) =>
        {
            tensorField(field, length);
            if (field == TensorExternal && files is not null)
                Add(walk, length, files);
            else
                walk.Skip(length);
        })));
    }

    private static void Add(WireWalk walk, long length, SortedSet<string> files)
    {
        string key = "", value = "";
        walk.Message(length, (field, length) =>
        {
            string text = walk.Text(length);
            if (field == EntryKey)
                key = text;
            else if (field == EntryValue)
                value = text;
        });
        if (key == "location")
            files.Add(value);
    }
}
