namespace ModelGen.Generator;

/// <summary>Writes the nested type <c>Output</c>, one member an output of the network.</summary>
internal static class OutputEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        writer.Line("/// <summary>What came out of the network, in memory of its own.</summary>");
        using (writer.Block("public sealed class Output"))
        {
            WriteConstructor(writer, body, "Call call", Owned);
            if (body.Preprocessing is not null && body.Classifier is null)
                WriteConstructor(writer, body, "Call call, int item", OwnedItem);
            foreach (PortSpec output in body.Outputs)
            {
                writer.Line($"/// <summary>{Signatures.Doc(output)}</summary>");
                writer.Line($"public {TypeNames.Owned(output)} {output.Member} {{ get; }}").Blank();
            }
        }
        writer.Blank();
    }

    private static void WriteConstructor(CodeWriter writer, ModelBody body, string parameters, Func<PortSpec, string> value)
    {
        using (writer.Block($"internal Output({parameters})"))
        {
            foreach (PortSpec output in body.Outputs)
                writer.Line($"{output.Member} = {value(output)};");
        }
        writer.Blank();
    }

    private static string Owned(PortSpec output) => output.IsScalar ? $"call.{output.Member}" : $"new(call.{output.Member}.Span)";

    private static string OwnedItem(PortSpec output) => output.IsBatch ? $"new(call.{output.Member}[item].Span)" : Owned(output);
}
