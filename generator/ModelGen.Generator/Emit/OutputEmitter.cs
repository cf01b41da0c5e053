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
            if (body.Preprocessing is not null && body.Result is null)
                WriteConstructor(writer, body, "Call call, int item", output => OwnedItem(body, output));
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

    private static string Owned(PortSpec output) => output.IsScalar ? $"call.{output.Member}" : output.IsBatch ? $"new(call.{output.Member})" : $"new(call.{output.Member}.Span)";

    /// <summary>One picture's part where the output counts along the pictures; any other output as a whole.</summary>
    private static string OwnedItem(ModelBody body, PortSpec output) =>
        output.IsBatch && output.Dims[0] == body.Inputs[0].Dims[0] ? $"new(call.{output.Member}[item].Span)" : Owned(output);
}
