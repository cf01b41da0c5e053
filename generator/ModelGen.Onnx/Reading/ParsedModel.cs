using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>A model after parsing: its messages without big payloads, and what every later stage asks of them.</summary>
internal sealed class ParsedModel
{
    // From IR version 4 on an initializer no longer has to be a graph input; if it is one all the same, it is a default (docs/IR.md).
    private const long DefaultsIrVersion = 4;

    /// <summary>Takes the messages over.</summary>
    /// <param name="proto">The model; treated as immutable from here on.</param>
    /// <param name="folder">Where files with weights lie; null when unknown.</param>
    /// <param name="fileLength">The bytes of the .onnx file.</param>
    public ParsedModel(ModelProto proto, string? folder, long fileLength)
    {
        (Proto, FileLength, External) = (proto, fileLength, new ExternalFolder(folder));
        Graph = proto.Graph ?? new GraphProto();
        InitializerNames = new HashSet<string>(
            Graph.Initializer.Select(tensor => tensor.Name).Concat(Graph.SparseInitializer.Select(sparse => sparse.Values?.Name ?? "")));
        Inputs = proto.IrVersion < DefaultsIrVersion
            ? [.. Graph.Input.Where(input => !InitializerNames.Contains(input.Name))]
            : Graph.Input;
    }

    /// <summary>The whole model.</summary>
    public ModelProto Proto { get; }

    /// <summary>The main graph; an empty one when the file has none.</summary>
    public GraphProto Graph { get; }

    /// <summary>The bytes of the .onnx file.</summary>
    public long FileLength { get; }

    /// <summary>The files beside the model that it names.</summary>
    public ExternalFolder External { get; }

    /// <summary>The names of the main graph's initializers, dense and sparse.</summary>
    public ISet<string> InitializerNames { get; }

    /// <summary>The inputs that a caller gives: without those that old files list only because they are initializers.</summary>
    public IReadOnlyList<ValueInfoProto> Inputs { get; }

    /// <summary>The outputs.</summary>
    public IReadOnlyList<ValueInfoProto> Outputs => Graph.Output;
}
