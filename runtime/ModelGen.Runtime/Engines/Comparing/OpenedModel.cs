using System.Text;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>A session of a copy of a model in which every value inside the graph is an output.</summary>
/// <remarks>
/// The copy lies in a folder for temporary files that only this user can look into, never beside the model. A graph with the further outputs is written behind
/// the model: protobuf merges the two, as it does with every field that comes twice, and ONNX Runtime infers the types.
/// </remarks>
internal sealed class OpenedModel : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelgen-compare-");
    private SideSession? _side;

    private OpenedModel(GraphOutline outline) => Outline = outline;

    /// <summary>The nodes.</summary>
    public GraphOutline Outline { get; }

    /// <summary>The session; ONNX Runtime's graph optimisations are off.</summary>
    public InferenceSession Session => _side!.Session;

    /// <summary>Copies and loads a model.</summary>
    /// <exception cref="ModelGenException">It is no ONNX file, there is no room for the copy, or ONNX Runtime refuses it.</exception>
    public static OpenedModel Open(ModelInfo info, ModelOptions options, string path)
    {
        OpenedModel? model = null;
        try
        {
            using (FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16))
                model = new OpenedModel(GraphOutline.Read(stream));
            string copy = Path.Combine(model._folder.FullName, Path.GetFileName(path));
            File.Copy(path, copy);
            File.SetAttributes(copy, FileAttributes.Normal);
            using (FileStream stream = new(copy, FileMode.Append))
                stream.Write(FurtherOutputs(model.Outline));
            // An engine of the copy serves this search only, and weights in files of their own stay where they are.
            ModelOptions own = VariantSettings.Optimize(options, GraphOptimizationLevel.ORT_DISABLE_ALL) with { Cache = options.Cache with { Enabled = false } };
            model._side = SideSession.Open(info with { WeightFiles = [] }, own, copy, settings =>
                settings.AddSessionConfigEntry("session.model_external_initializers_file_folder_path", Path.GetDirectoryName(path)!));
            return model;
        }
        catch (Exception e)
        {
            model?.Dispose();
            if (e is not (IOException or InvalidDataException or UnauthorizedAccessException))
                throw;
            throw new ModelGenException(
                "The values inside the model can't be looked at", actual: e.Message, where: $"model '{info.Name}', '{path}'",
                remedy: "It takes an ONNX file (not ONNX Runtime's own format), and room for a copy in the folder for temporary files.", innerException: e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _side?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static byte[] FurtherOutputs(GraphOutline outline)
    {
        using MemoryStream graph = new();
        foreach (string value in outline.Nodes.SelectMany(node => node.Outputs).Where(name => name.Length > 0 && !outline.Outputs.Contains(name)).Distinct(StringComparer.Ordinal))
        {
            byte[] name = Encoding.UTF8.GetBytes(value);
            // GraphProto.output, 12, of one field: ValueInfoProto.name, 1.
            Tag(graph, 12, 1 + LengthOf(name.Length) + name.Length);
            Tag(graph, 1, name.Length);
            graph.Write(name);
        }
        using MemoryStream model = new();
        Tag(model, 7, (int)graph.Length);
        graph.WriteTo(model);
        return model.ToArray();
    }

    private static void Tag(MemoryStream stream, int field, int length)
    {
        stream.WriteByte((byte)((field << 3) | 2));
        for (; length >= 0x80; length >>= 7)
            stream.WriteByte((byte)(length | 0x80));
        stream.WriteByte((byte)length);
    }

    private static int LengthOf(int value) => value < 0x80 ? 1 : 1 + LengthOf(value >> 7);
}
