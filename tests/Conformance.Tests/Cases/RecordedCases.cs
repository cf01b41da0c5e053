namespace ModelGen.Conformance;

/// <summary>The families that are an archive of models and a list of <see cref="ModelRecord"/>.</summary>
internal static class RecordedCases
{
    /// <summary>Reads <c>NAME.zip</c> and <c>NAME.json</c>.</summary>
    public static IEnumerable<ModelCase> Read(string family)
    {
        IReadOnlyDictionary<string, byte[]> models = DataFiles.Unzip(family + ".zip");
        return DataFiles.Json<List<ModelRecord>>(family + ".json").Select(record =>
            new ModelCase(family, record.Model, models[record.Model], record.Outputs.ToDictionary(output => output.Name, Truths.Output))
            {
                Fixes = Truths.Fix(record.Inputs.Where(input => input.Fixed is not null).Select(input => (input.Name, input.Fixed!))),
                MayBeOpen = record.DataDependent,
            });
    }
}
