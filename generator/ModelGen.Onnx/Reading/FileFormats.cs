using System.Text;

namespace ModelGen.Onnx;

/// <summary>Recognises files that are something else than ONNX, by their first bytes, and says how to get the right one.</summary>
internal static class FileFormats
{
    private const int HeadLength = 512;

    // The offsets and bytes are those of the formats' own specifications, as the IANA and Unix `file` databases list them.
    private static readonly (int Offset, byte[] Magic, string Name, string Advice)[] s_signatures =
    [
        (0, Bytes("PK\u0003\u0004"), "a ZIP archive", "PyTorch (.pt), Keras (.keras) and NumPy (.npz) files look so: export the model to ONNX, or unpack the archive if the .onnx lies in it."),
        (0, [0x1F, 0x8B], "a gzip archive", "Unpack it first."),
        (0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive", "Unpack it first."),
        (0, Bytes("BZh"), "a bzip2 archive", "Unpack it first."),
        (0, [0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", "Unpack it first."),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "Unpack it first."),
        (257, Bytes("ustar"), "a tar archive", "Unpack it first."),
        (0, [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], "an HDF5 file, as Keras saves models (.h5)", "Convert it: load it in Keras and call model.export('model.onnx', format='onnx'), or use tf2onnx."),
        (4, Bytes("TFL3"), "a TensorFlow Lite model", "Convert it: python -m tf2onnx.convert --tflite MODEL.tflite --output MODEL.onnx."),
        (4, Bytes("ORTM"), "a model in ONNX Runtime's own format (.ort)", "Use the .onnx file that it was made from."),
        (0, Bytes("ftrt"), "a TensorRT engine", "Engines fit one GPU only: use the .onnx file that it was built from; ModelGen builds and caches the engine."),
        (0, Bytes("ptrt"), "a TensorRT engine", "Engines fit one GPU only: use the .onnx file that it was built from; ModelGen builds and caches the engine."),
        (0, Bytes("GGUF"), "a GGUF model", "Export the original model to ONNX, as with optimum-cli export onnx."),
        (0, [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], "a NumPy array (.npy)", "Name the .onnx file."),
        (0, [0x89, 0x50, 0x4E, 0x47], "a PNG picture", "Name the .onnx file."),
        (0, [0xFF, 0xD8, 0xFF], "a JPEG picture", "Name the .onnx file."),
        (0, Bytes("GIF8"), "a GIF picture", "Name the .onnx file."),
        (0, Bytes("RIFF"), "a RIFF file, such as a WebP picture", "Name the .onnx file."),
        (0, Bytes("%PDF"), "a PDF document", "Name the .onnx file."),
        (0, [0x7F, 0x45, 0x4C, 0x46], "a program (ELF)", "Name the .onnx file."),
        (0, [0x4D, 0x5A, 0x90, 0x00], "a program (Windows)", "Name the .onnx file."),
        (0, [0x80, 0x02], "a Python pickle, as PyTorch and scikit-learn save models", "Load it in Python and export it to ONNX: torch.onnx.export, or skl2onnx."),
        (0, [0x80, 0x03], "a Python pickle, as PyTorch and scikit-learn save models", "Load it in Python and export it to ONNX: torch.onnx.export, or skl2onnx."),
        (0, [0x80, 0x04, 0x95], "a Python pickle, as PyTorch and scikit-learn save models", "Load it in Python and export it to ONNX: torch.onnx.export, or skl2onnx."),
        (0, [0x80, 0x05, 0x95], "a Python pickle, as PyTorch and scikit-learn save models", "Load it in Python and export it to ONNX: torch.onnx.export, or skl2onnx."),
    ];

    /// <summary>Reads up to 512 bytes from where the stream stands.</summary>
    public static byte[] ReadHead(Stream stream)
    {
        byte[] head = new byte[HeadLength];
        int count = 0;
        for (int read; count < head.Length && (read = stream.Read(head, count, head.Length - count)) > 0;)
            count += read;
        Array.Resize(ref head, count);
        return head;
    }

    /// <summary>Stops the reading of what is certainly not an ONNX file.</summary>
    /// <param name="head">The file's first bytes.</param>
    /// <param name="length">The whole file's length.</param>
    /// <exception cref="ReadingException">The file is empty, text, or of another format.</exception>
    public static void ThrowIfForeign(byte[] head, long length)
    {
        if (head.Length == 0)
            throw new ReadingException(Rules.Empty, "The model has no bytes. Download or export it again.");

        foreach ((int offset, byte[] magic, string name, string advice) in s_signatures)
        {
            if (head.Length >= offset + magic.Length && head.AsSpan(offset, magic.Length).SequenceEqual(magic))
                throw Foreign(name, advice);
        }
        if (IsSafetensors(head, length))
            throw Foreign("a safetensors file: weights without a graph", "Export the model that they belong to, as with optimum-cli export onnx.");
        if (IsLoneTensor(head))
            throw new ReadingException(Rules.NotAModel, "Expected an ONNX model, but the file holds a single tensor (TensorProto), as test data does (input_0.pb). Name the model's own file.");
        if (Array.TrueForAll(head, value => value == 0))
            throw new ReadingException(Rules.Malformed, "The file begins with nothing but zero bytes: a download that was set up and never filled. Download it again.");
        if (IsText(head))
            throw new ReadingException(Rules.Text, TextFormats.Describe(Encoding.UTF8.GetString(head)));
    }

    private static ReadingException Foreign(string name, string advice) =>
        new(Rules.OtherFormat, $"Expected an ONNX model, but the file is {name}. {advice}");

    // Eight bytes of little-endian header length, then the header, which is JSON (huggingface.co/docs/safetensors).
    private static bool IsSafetensors(byte[] head, long length)
    {
        if (head.Length < 9 || head[8] != '{')
            return false;
        ulong header = 0;
        for (int i = 7; i >= 0; i--)
            header = (header << 8) | head[i];
        return header >= 2 && header <= (ulong)length - 8;
    }

    // A tensor begins with its dims (field 1), packed or not, and its element type, a number in field 2, where a model has text.
    private static bool IsLoneTensor(byte[] head)
    {
        const byte Dim = 0x08, PackedDims = 0x0A, DataType = 0x10;
        int at = 0;
        while (at + 1 < head.Length && head[at] is Dim or PackedDims)
        {
            bool packed = head[at++] == PackedDims;
            int skipped = packed ? head[at] : 0;
            while (!packed && at < head.Length && head[at] >= 0x80)
                at++;
            at += 1 + skipped;
        }
        return at + 1 < head.Length && head[at] == DataType;
    }

    // An ONNX file has control characters among its first bytes: tags of small fields, short lengths.
    private static bool IsText(byte[] head)
    {
        if (head.Length >= 2 && ((head[0] == 0xFF && head[1] == 0xFE) || (head[0] == 0xFE && head[1] == 0xFF)))
            return true;
        return Array.TrueForAll(head, value => value is (>= 0x20 and not 0x7F) or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f')
            && IsUtf8(head);
    }

    private static bool IsUtf8(byte[] head)
    {
        try
        {
            // The last character may be cut by the end of the head.
            int end = head.Length;
            for (int back = 0; back < 4 && end == head.Length && head.Length == HeadLength && end > back; back++)
                if (head[end - 1 - back] < 0x80 || head[end - 1 - back] >= 0xC0)
                    end -= head[end - 1 - back] >= 0xC0 ? back + 1 : 0;
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(head, 0, end);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static byte[] Bytes(string ascii) => Encoding.ASCII.GetBytes(ascii);
}
