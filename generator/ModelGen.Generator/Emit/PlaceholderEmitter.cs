namespace ModelGen.Generator;

/// <summary>Writes a class for a model that has errors: it takes any call, so that the model's own errors are not drowned by the callers'.</summary>
internal static class PlaceholderEmitter
{
    private const int MostArguments = 4;

    internal static void Write(CodeWriter writer, ModelSpec spec)
    {
        writer.Line($"/// <summary>{XmlText.Line(spec.Name)} has errors: see the build's messages for {XmlText.Line(spec.OutputFile)}. This placeholder takes any call and never runs.</summary>");
        using (writer.Block($"public sealed partial class {spec.Class}"))
        {
            for (int count = 0; count <= MostArguments; count++)
                WritePredict(writer, count);
        }
    }

    private static void WritePredict(CodeWriter writer, int count)
    {
        int[] indices = [.. Enumerable.Range(0, count)];
        string types = count == 0 ? "" : $"<{string.Join(", ", indices.Select(i => "T" + i))}>";
        string parameters = string.Join(", ", indices.Select(i => $"T{i} argument{i}"));
        writer.Line("/// <summary>Stands in for the calls that the class will have when the model's errors are gone.</summary>");
        writer.Line($"public static dynamic Predict{types}({parameters})");
        using (writer.Indented())
        {
            foreach (int i in indices)
                writer.Line($"where T{i} : allows ref struct");
            writer.Line("=> throw new S::InvalidOperationException(\"The model has errors; see the build's messages.\");");
        }
        writer.Blank();
    }
}
