namespace ModelGen.Engines;

/// <summary>What happens where a precision was asked for that the provider does not take.</summary>
internal static class PrecisionRule
{
    /// <summary>Null where the precision has its effect; the remark for the report where a provider that was not asked for by name stands in.</summary>
    /// <exception cref="ModelGenException">The user named a provider that computes in the model's own numbers only.</exception>
    public static string? Check(LoadRequest request, IProviderLoader loader)
    {
        if (loader.TakesPrecision || request.Precision is Precision.Default or Precision.Float32)
            return null;
        if (request.Options.Provider == loader.Provider)
        {
            throw new ModelGenException(
                $"The precision {request.Precision} has no effect on {loader.Provider}",
                expected: "a provider that chooses its numbers: TensorRT",
                actual: $"{loader.Provider}, which computes in the numbers of the model",
                where: $"model '{request.Info.Name}'",
                remedy: "Leave ModelGenPrecision and ModelOptions.Precision out here, or lower the precision in the model itself (float16 or quantised weights): that works with every provider.");
        }
        return $"The precision {request.Precision} has no effect: {loader.Provider} computes in the numbers of the model.";
    }
}
