namespace ModelGen.EndToEnd.Support;

/// <summary>Pictures of the test data, decoded once.</summary>
internal static class Pictures
{
    /// <summary>The ten digits, in order.</summary>
    public static Image[] Digits { get; } = [.. Enumerable.Range(0, 10).Select(digit => Image.Load(DataFile.Path($"digits/digit-{digit}.png")))];

    public static Image Photo(string name) => Image.Load(DataFile.Path("photos/" + name));
}
