namespace ModelGen.Onnx.Tests;

/// <summary>Reads models in tests, and asks readings.</summary>
internal static class Reading
{
    public static string DigitsPath => Path.Combine(AppContext.BaseDirectory, "Data", "digits.onnx");

    /// <summary>The repository's root.</summary>
    public static string Repository
    {
        get
        {
            string root = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(root, "ModelGen.sln")))
                root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
            return root;
        }
    }

    public static ModelReading Of(byte[] bytes, string? fixes = null) =>
        ModelReader.Read(new MemoryStream(bytes), bytes.Length, ShapeFixes.Parse(fixes), CancellationToken.None);

    public static ModelReading Of(string path, string? fixes = null) =>
        ModelReader.Read(path, ShapeFixes.Parse(fixes), CancellationToken.None);

    public static string[] Ids(this ModelReading reading) => [.. reading.Problems.Select(problem => problem.Rule.Id)];

    /// <summary>Asserts that one problem came and gives its message.</summary>
    public static string Only(this ModelReading reading, ProblemRule rule)
    {
        Problem problem = Assert.Single(reading.Problems);
        Assert.Equal(rule, problem.Rule);
        return problem.Message;
    }

    public static ModelFacts Fine(this ModelReading reading)
    {
        Assert.Empty(reading.Problems);
        Assert.NotNull(reading.Facts);
        return reading.Facts;
    }

    /// <summary>The shape of an input or output by name, as people write it; null for an unknown rank.</summary>
    public static string? Shape(this ModelReading reading, string name)
    {
        Assert.NotNull(reading.Facts);
        ValueType type = reading.Facts.Inputs.Where(input => input.Name == name).Select(input => input.Type)
            .Concat(reading.Facts.Outputs.Where(output => output.Name == name).Select(output => output.Type))
            .First();
        return Assert.IsType<TensorType>(type).Shape?.ToString();
    }
}
