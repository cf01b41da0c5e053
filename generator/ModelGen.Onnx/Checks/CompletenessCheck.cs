namespace ModelGen.Onnx;

/// <summary>MG1015: protobuf messages of other kinds parse as a model without a graph; a cut file may lack its end.</summary>
internal sealed class CompletenessCheck : IModelCheck
{
    // Before IR version 3 the operator set was always 1 and not stated (docs/IR.md).
    private const long OpsetIrVersion = 3;

    /// <inheritdoc/>
    public void Run(ParsedModel model, ProblemBag problems, CancellationToken cancellation)
    {
        if (model.Proto.Graph is null)
        {
            problems.Add(Rules.NotAModel, "The file holds protobuf but no graph. A lone tensor (input_0.pb), a TensorFlow SavedModel or frozen graph, "
                + "and a Core ML model look so. Name the .onnx file, or convert the model to ONNX (tf2onnx for TensorFlow).");
            return;
        }
        if (model.Outputs.Count == 0)
            problems.Add(Rules.NotAModel, "The graph has no outputs, so there is nothing to compute. Export the model again with its outputs.");
        if (model.Proto.OpsetImport.Count == 0 && model.Proto.IrVersion >= OpsetIrVersion)
            problems.Add(Rules.NotAModel, "The file states no operator set (opset_import), which every model of IR version 3 or later must. "
                + "It may have lost its end: download or export it again.");
    }
}
