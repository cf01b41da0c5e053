using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>How a file becomes facts, as a list of stages. The first three stop at what makes reading on pointless; the others gather everything.</summary>
internal sealed class ReadingPipeline(IShapeStage shapes)
{
    private static readonly IModelCheck[] s_checks =
    [
        new FileSizeCheck(),
        new CompletenessCheck(),
        new TensorCheck(),
        new NameCheck(),
        new FunctionCheck(),
        new SplitCheck(),
    ];

    /// <summary>The pipeline of the generator and the tools: shapes are inferred through the graph.</summary>
    public static ReadingPipeline Default { get; } = new(new InferredShapes());

    /// <summary>Runs all stages.</summary>
    /// <param name="open">The first stage.</param>
    /// <param name="fixes">What the user fixed.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <param name="look">Looks at the model after all other stages; not called when they gave no facts.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public ModelReading Run(Func<ModelFile> open, ShapeFixes fixes, CancellationToken cancellation, Action<ParsedModel, Signature>? look = null)
    {
        var problems = new ProblemBag();
        problems.AddRange(fixes.Problems);
        ModelFacts? facts = null;
        try
        {
            using ModelFile file = Open(open, cancellation);
            Recognise(file);
            SkeletonBuffer skeleton = Skeletonise(file, cancellation);
            ParsedModel model = Parse(skeleton, file);
            Check(model, problems, cancellation);
            Signature signature = Shapes(model, fixes, problems, cancellation);
            facts = Facts(model, signature, problems, cancellation);
            if (facts is not null)
                look?.Invoke(model, signature);
        }
        catch (ReadingException exception)
        {
            problems.Add(exception.Rule, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(Rules.Unreadable, $"The model can't be read: {exception.Message}");
        }
        return new ModelReading(facts, problems.ToArray());
    }

    private static ModelFile Open(Func<ModelFile> open, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return open();
    }

    private static void Recognise(ModelFile file)
    {
        file.Stream.Seek(0, SeekOrigin.Begin);
        FileFormats.ThrowIfForeign(FileFormats.ReadHead(file.Stream), file.Length);
        file.Stream.Seek(0, SeekOrigin.Begin);
    }

    private static SkeletonBuffer Skeletonise(ModelFile file, CancellationToken cancellation) =>
        Skeleton.Read(file.Stream, file.Length, cancellation);

    private static ParsedModel Parse(SkeletonBuffer skeleton, ModelFile file)
    {
        try
        {
            return new ParsedModel(ModelProto.Parser.ParseFrom(skeleton.Bytes, 0, skeleton.Count), file.Folder, file.Length);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new ReadingException(Rules.Malformed,
                $"This is not a well-formed ONNX file: {exception.Message} Download or export it again.");
        }
    }

    private static void Check(ParsedModel model, ProblemBag problems, CancellationToken cancellation)
    {
        foreach (IModelCheck check in s_checks)
            check.Run(model, problems, cancellation);
    }

    private Signature Shapes(ParsedModel model, ShapeFixes fixes, ProblemBag problems, CancellationToken cancellation) =>
        shapes.Resolve(model, fixes, problems, cancellation);

    private static ModelFacts? Facts(ParsedModel model, Signature signature, ProblemBag problems, CancellationToken cancellation)
    {
        BoundaryCheck.Run(model, signature, problems);
        return model.Proto.Graph is null ? null : FactsBuilder.Build(model, signature, cancellation);
    }
}
