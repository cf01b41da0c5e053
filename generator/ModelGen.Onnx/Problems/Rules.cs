using static ModelGen.Onnx.ProblemSeverity;

namespace ModelGen.Onnx;

/// <summary>The rules of reading (<c>MG1xxx</c>), of shapes (<c>MG2xxx</c>) and of the shapes' spelling (<c>MG3003</c>). Each has a page in docs/diagnostics.</summary>
public static class Rules
{
    /// <summary>The file is missing or can't be read.</summary>
    public static readonly ProblemRule Unreadable = new("MG1001", "The model file can't be read");

    /// <summary>The file has no bytes.</summary>
    public static readonly ProblemRule Empty = new("MG1002", "The model file is empty");

    /// <summary>A Git LFS pointer, a web page, JSON or other text.</summary>
    public static readonly ProblemRule Text = new("MG1003", "The file holds text, not a model");

    /// <summary>Another binary format under the name of an ONNX file.</summary>
    public static readonly ProblemRule OtherFormat = new("MG1004", "The file is of another format");

    /// <summary>The file ends too early.</summary>
    public static readonly ProblemRule Truncated = new("MG1005", "The model file is cut short");

    /// <summary>The bytes are not those of an ONNX file.</summary>
    public static readonly ProblemRule Malformed = new("MG1006", "The model file is damaged");

    /// <summary>Beyond what is read with bounded time and memory.</summary>
    public static readonly ProblemRule GraphTooLarge = new("MG1007", "The graph is too large or too deep");

    /// <summary>Nodes depend on themselves, or come before what they read.</summary>
    public static readonly ProblemRule NotSorted = new("MG1008", "The graph's nodes are not in order");

    /// <summary>A value is read that nothing defines.</summary>
    public static readonly ProblemRule UndefinedName = new("MG1009", "The graph reads a value that nothing defines");

    /// <summary>A file with weights is not there.</summary>
    public static readonly ProblemRule ExternalMissing = new("MG1010", "A file with the model's weights is missing");

    /// <summary>A file with weights lies, or may lie, outside the model's folder.</summary>
    public static readonly ProblemRule ExternalOutside = new("MG1011", "The model's weights point outside its folder");

    /// <summary>Weights lie beyond the end of their file.</summary>
    public static readonly ProblemRule ExternalRange = new("MG1012", "The model's weights lie beyond the end of their file");

    /// <summary>An input or output that is not a dense tensor.</summary>
    public static readonly ProblemRule NotATensor = new("MG1013", "An input or output is not a tensor");

    /// <summary>An input or output whose elements no .NET type holds.</summary>
    public static readonly ProblemRule ElementTypeUnsupported = new("MG1014", "An input or output has an element type that can't reach .NET");

    /// <summary>Protobuf, but not a model that can run.</summary>
    public static readonly ProblemRule NotAModel = new("MG1015", "The file does not hold a whole model");

    /// <summary>A file with weights does not travel with the model.</summary>
    public static readonly ProblemRule ExternalNotCopied = new("MG1016", "A file with the model's weights is not copied to the output folder", Warning);

    /// <summary>Two definitions of one name.</summary>
    public static readonly ProblemRule DuplicateName = new("MG1017", "The graph defines a name twice");

    /// <summary>Dims and bytes of a constant disagree.</summary>
    public static readonly ProblemRule InitializerSize = new("MG1018", "A constant's size contradicts its dims");

    /// <summary>A Split that crashes the process.</summary>
    public static readonly ProblemRule SplitHole = new("MG1019", "A Split leaves out an output");

    /// <summary>Functions that call themselves.</summary>
    public static readonly ProblemRule RecursiveFunction = new("MG1020", "The model's functions call themselves");

    /// <summary>Constants without data: a model stripped of its weights.</summary>
    public static readonly ProblemRule WeightsLeftOut = new("MG1021", "The model's weights were left out", Warning);

    /// <summary>More bytes than protobuf, and so ONNX Runtime, can read in one file.</summary>
    public static readonly ProblemRule FileTooLarge = new("MG1022", "The model file is larger than ONNX Runtime can load");

    /// <summary>Not even the number of dims is known.</summary>
    public static readonly ProblemRule UnknownRank = new("MG2002", "The number of dims is unknown");

    /// <summary>A dim or an element count that can't be.</summary>
    public static readonly ProblemRule AbsurdDim = new("MG2003", "A dim is out of range");

    /// <summary>A fixed dim disagrees with the model or with another fixed dim.</summary>
    public static readonly ProblemRule ShapeContradiction = new("MG2004", "A fixed shape contradicts the model");

    /// <summary>A fixed name is neither a dim nor an input or output.</summary>
    public static readonly ProblemRule UnknownFixName = new("MG2005", "A fixed shape names nothing in the model");

    /// <summary>More dims than tensors have here.</summary>
    public static readonly ProblemRule RankTooHigh = new("MG2006", "A tensor has more than 8 dims");

    /// <summary>A dim of an output that could not be inferred.</summary>
    public static readonly ProblemRule LostShape = new("MG2007", "An output's shape can't be known when the program is compiled");

    /// <summary>A node whose inputs can't be.</summary>
    public static readonly ProblemRule NodeFails = new("MG2008", "A node can't run on the shapes it gets");

    /// <summary>A declared type that the graph contradicts.</summary>
    public static readonly ProblemRule StaleDeclaration = new("MG2009", "A declared shape contradicts the graph", Warning);

    /// <summary>Shapes that are not spelt as they should be.</summary>
    public static readonly ProblemRule MalformedShapes = new("MG3003", "The fixed shapes are not well-formed");

    /// <summary>All of them, by ID.</summary>
    public static EquatableArray<ProblemRule> All { get; } = new(
    [
        Unreadable, Empty, Text, OtherFormat, Truncated, Malformed, GraphTooLarge, NotSorted, UndefinedName, ExternalMissing, ExternalOutside,
        ExternalRange, NotATensor, ElementTypeUnsupported, NotAModel, ExternalNotCopied, DuplicateName, InitializerSize, SplitHole,
        RecursiveFunction, WeightsLeftOut, FileTooLarge, UnknownRank, AbsurdDim, ShapeContradiction, UnknownFixName, RankTooHigh, LostShape, NodeFails,
        StaleDeclaration, MalformedShapes,
    ]);
}
