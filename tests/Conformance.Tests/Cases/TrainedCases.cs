namespace ModelGen.Conformance;

/// <summary>Trained models with the shapes that ONNX Runtime gave; one case a run.</summary>
internal static class TrainedCases
{
    /// <summary>Reads those of the archive and those that lie elsewhere in the repository.</summary>
    public static IEnumerable<ModelCase> Read()
    {
        IReadOnlyDictionary<string, byte[]> archive = DataFiles.Unzip("trained.zip");
        IEnumerable<ModelCase> packed = archive.Keys
            .Where(file => file.EndsWith(".truth.json", StringComparison.Ordinal))
            .SelectMany(file => Cases(DataFiles.Json<TruthRecord>(archive[file]), name => archive[name]));
        IEnumerable<ModelCase> linked = Directory.EnumerateFiles(DataFiles.Path("trained"), "*.truth.json").Order(StringComparer.Ordinal)
            .SelectMany(file => Cases(DataFiles.Json<TruthRecord>(File.ReadAllBytes(file)), name => File.ReadAllBytes(DataFiles.Path(Path.Combine("trained", name)))));
        return packed.Concat(linked);
    }

    private static IEnumerable<ModelCase> Cases(TruthRecord truth, Func<string, byte[]> read)
    {
        byte[] model = read(truth.Model);
        return truth.Cases.Select((run, i) => new ModelCase(Families.Trained, $"{truth.Model}#{i}", model,
            run.Outputs.ToDictionary(output => output.Name, output => new Expectation(new ModelGen.Onnx.TensorType(Truths.Element(output.Type), Truths.Shape(output.Shape)))))
        {
            Fixes = Truths.Fix(run.Inputs.Select(input => (input.Name, input.Shape))),
        });
    }
}
