namespace ModelGen.Engines;

/// <summary>Whether a model can be run on batches of single items.</summary>
internal static class BatchCheck
{
    /// <summary>Checks the options and the model's dims, before anything is loaded.</summary>
    /// <param name="info">The model.</param>
    /// <param name="options">The options.</param>
    /// <param name="takesItems">Whether its class has asynchronous calls for single items.</param>
    /// <exception cref="ModelGenException">The class takes no single items, or an input that must be given, or an output, has no place for several items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number can't be meant.</exception>
    public static void Check(ModelInfo info, BatchingOptions options, bool takesItems)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1, nameof(options.MaxBatch));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDelay, TimeSpan.Zero, nameof(options.MaxDelay));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxDelay, TimeSpan.FromMinutes(1), nameof(options.MaxDelay));
        if (!takesItems)
            throw Refused(info, "a model of plain tensors");
        TensorInfo[] given = [.. info.Inputs.Where(input => !input.HasDefault)];
        if (given.Length == 0)
            throw Refused(info, "a model whose inputs all have defaults");
        string? dim = given[0].OpenDim;
        if (given.Concat(info.Outputs).FirstOrDefault(tensor => tensor.OpenDim is null || tensor.OpenDim != dim) is { } odd)
            throw Refused(info, $"'{odd}'");
    }

    private static ModelGenException Refused(ModelInfo info, string actual) => new(
        "The model can't be run on batches of single items",
        expected: "a model of pictures with one open first dim, which all inputs without a default and all outputs have",
        actual: actual,
        where: $"model '{info.Name}'",
        remedy: "Leave ModelOptions.Batching null; or export the model with an open batch dim, and leave that dim out of ModelGenShapes.");
}
