namespace ModelGen.Engines;

/// <summary>Checks the sizes of open dims before a call is rented.</summary>
internal static class OpenDimSizes
{
    /// <summary>Throws where there are too few or too many, or one is out of range.</summary>
    public static void Check(Engine engine, ReadOnlySpan<int> openDims)
    {
        if (openDims.Length != engine.OpenDims.Length)
        {
            throw new ArgumentException(
                engine.OpenDims.IsEmpty
                    ? $"Every dim of the model '{engine.Info.Name}' is fixed, so that Rent takes no sizes, but {openDims.Length} came."
                    : $"Rent takes one size for each open dim of the model '{engine.Info.Name}', in this order: {string.Join(", ", engine.OpenDims)}. {openDims.Length} came.",
                nameof(openDims));
        }
        for (int i = 0; i < openDims.Length; i++)
        {
            if (openDims[i] < 1)
                throw new ArgumentOutOfRangeException(nameof(openDims), openDims[i], $"The open dim '{engine.OpenDims[i]}' of the model '{engine.Info.Name}' takes sizes from 1.");
        }
    }

    /// <summary>Throws where one is beyond what the backend's engine was built for.</summary>
    public static void CheckProfile(Engine engine, Backend backend, ReadOnlySpan<int> openDims)
    {
        if (backend.Profiles.IsEmpty)
            return;
        for (int i = 0; i < openDims.Length; i++)
        {
            if (backend.Profiles.TryGetValue(engine.OpenDims[i], out DimRange range) && (openDims[i] < range.Min || openDims[i] > range.Max))
                throw new ArgumentOutOfRangeException(nameof(openDims), openDims[i], OutOfProfile(engine, i, range));
        }
    }

    private static string OutOfProfile(Engine engine, int index, DimRange range) =>
        $"The engine of the model '{engine.Info.Name}' was built for sizes {range.Min} to {range.Max} of the open dim '{engine.OpenDims[index]}'. " +
        "Split the batch, or widen the range with TensorRTOptions.Profiles, which builds another engine.";
}
