namespace ModelGen.Generator;

/// <summary>Writes the source file of one model: a table of contents over the emitters of its parts.</summary>
internal static class ClassEmitter
{
    internal static string Emit(ModelSpec spec)
    {
        CodeWriter writer = new();
        HeaderEmitter.Write(writer, spec);
        if (spec.Body is { } body)
            WriteClass(writer, spec, body);
        else
            PlaceholderEmitter.Write(writer, spec);
        return writer.ToString();
    }

    private static void WriteClass(CodeWriter writer, ModelSpec spec, ModelBody body)
    {
        SummaryEmitter.Write(writer, spec, body);
        using (writer.Block($"{BaseTypes.Header(spec, body)}"))
        {
            LifetimeEmitter.Write(writer, spec);
            PredictEmitter.Write(writer, body);
            RunEmitter.Write(writer, body);
            RentEmitter.Write(writer, body);
            PreprocessingEmitter.Write(writer, body);
            InfoEmitter.Write(writer, spec, body);
            InputEmitter.Write(writer, body);
            OutputEmitter.Write(writer, body);
            CallEmitter.Write(writer, body);
            ResultEmitter.Write(writer, body);
        }
    }
}
