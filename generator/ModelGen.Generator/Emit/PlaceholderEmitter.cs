namespace ModelGen.Generator;

/// <summary>
/// Writes a class for a model that has errors. It takes the usual calls and gives <c>dynamic</c>, so that most often the model's own errors are not drowned by the callers'.
/// </summary>
internal static class PlaceholderEmitter
{
    private const int MostArguments = 4;
    private const string Body = "throw new S::InvalidOperationException(\"The model has errors; see the build's messages.\")";

    internal static void Write(CodeWriter writer, ModelSpec spec)
    {
        writer.Line($"/// <summary>{XmlText.Line(spec.Name)} has errors: see the build's messages for {XmlText.Line(spec.OutputFile)}. This placeholder stands in for it and never runs.</summary>");
        using (writer.Block($"public sealed partial class {spec.Class} : S::IDisposable, S::IAsyncDisposable"))
        {
            Member(writer, $"public {spec.Class}(M::ModelOptions? options = null)");
            foreach (string property in new[] { "Default", "Labels", "Preprocessing" })
                Member(writer, $"public static dynamic {property}");
            Member(writer, "public static M::ModelInfo Info");
            for (int count = 0; count <= MostArguments; count++)
            {
                Call(writer, "public static dynamic Predict", count);
                Call(writer, "public static dynamic PredictAsync", count);
                Call(writer, "public dynamic Run", count);
                Call(writer, "public dynamic RunAsync", count);
            }
            Call(writer, "public static void Preprocess", 2);
            Member(writer, "public dynamic Rent(params int[] openDims)");
            Member(writer, "public void Warmup()");
            Member(writer, "public void Dispose()");
            Member(writer, "public S::Threading.Tasks.ValueTask DisposeAsync()");
        }
    }

    private static void Call(CodeWriter writer, string method, int count)
    {
        int[] indices = [.. Enumerable.Range(0, count)];
        string types = count == 0 ? "" : $"<{string.Join(", ", indices.Select(i => "T" + i))}>";
        string parameters = string.Join(", ", indices.Select(i => $"T{i} argument{i}"));
        Member(writer, $"{method}{types}({parameters})", [.. indices.Select(i => $"where T{i} : allows ref struct")]);
    }

    private static void Member(CodeWriter writer, string header, params string[] constraints)
    {
        writer.Line("/// <summary>Stands in for what the class will have when the model's errors are gone.</summary>");
        writer.Line(header);
        using (writer.Indented())
            writer.Lines(string.Join("\n", [.. constraints, $"=> {Body};"]));
        writer.Blank();
    }
}
