namespace ModelGen.Generator;

/// <summary>Writes the nested type <c>Call</c>: a rented call over the engine's own buffers.</summary>
internal static class CallEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        writer.Line("/// <summary>A rented call: one thread fills its inputs, runs it, reads its outputs and disposes it. Its spans must not be used after that.</summary>");
        using (writer.Block("public readonly ref struct Call : S::IDisposable"))
        {
            writer.Line("private readonly E::CallLease _lease;").Blank();
            writer.Line("internal Call(E::CallLease lease) => _lease = lease;").Blank();
            for (int i = 0; i < body.Inputs.Count; i++)
                WriteInput(writer, body.Inputs[i], i);
            for (int i = 0; i < body.Outputs.Count; i++)
                WriteOutput(writer, body.Outputs[i], i);
            writer.Lines("""
                /// <summary>Runs the network over the buffers.</summary>
                /// <exception cref="M::ModelGenException">The network failed.</exception>
                /// <exception cref="S::OperationCanceledException">The token was cancelled.</exception>
                public void Run(S::Threading.CancellationToken cancellationToken = default) => _lease.Run(cancellationToken);
                """).Blank();
            if (body.Result is { } result)
                WriteReading(writer, result, body.Outputs[0]);
            writer.Lines("""
                /// <summary>Gives the buffers back for the next call.</summary>
                public void Dispose() => _lease.Dispose();
                """);
        }
        writer.Blank();
    }

    private static void WriteReading(CodeWriter writer, ResultSpec result, PortSpec output)
    {
        writer.Line($"/// <summary>Reads the {(result is EmbeddingSpec ? "numbers" : "scores")} of the last run. Only the result is allocated.</summary>");
        if (output.IsBatch)
            writer.Line("/// <param name=\"item\">The picture's index in the batch.</param>");
        string scores = output.Member + (output.IsBatch ? "[item]" : "") + ".Span";
        (string parameters, string arguments) = (output.IsBatch ? "int item" : "", scores);
        if (result is MaskSpec)
        {
            writer.Line("/// <param name=\"threshold\">The probability above which a pixel is in, 0 to 1.</param>");
            (parameters, arguments) = (parameters + (output.IsBatch ? ", " : "") + "float threshold = 0.5f", scores + ", threshold");
        }
        writer.Line($"public {ResultEmitter.Type(result)} {ResultEmitter.Method(result)}({parameters}) => Interpret({arguments});").Blank();
    }

    private static void WriteInput(CodeWriter writer, PortSpec input, int index)
    {
        string method = (input.HasDefault ? "Override" : "Input") + (input.IsBatch ? "Batch" : "");
        string buffer = $"_lease.{method}<{TypeNames.Arguments(input)}>({index})";
        string value = input.IsScalar ? $"ref {buffer}.Span[0]" : buffer;
        string type = input.IsScalar ? "ref " + TypeNames.Element(input.Element) : TypeNames.Writable(input);
        if (input.HasDefault)
        {
            writer.Line($"/// <summary>Gives a value in place of the model's own, for this call only. {Signatures.Doc(input)}</summary>");
            writer.Line($"public {type} Override{input.Member}() => {value};").Blank();
        }
        else
        {
            writer.Line($"/// <summary>To fill. {Signatures.Doc(input)}</summary>");
            writer.Line($"public {type} {input.Member} => {value};").Blank();
        }
    }

    private static void WriteOutput(CodeWriter writer, PortSpec output, int index)
    {
        string buffer = $"_lease.Output{(output.IsBatch ? "Batch" : "")}<{TypeNames.Arguments(output)}>({index})";
        writer.Line($"/// <summary>As the last run left it. {Signatures.Doc(output)}</summary>");
        writer.Line($"public {TypeNames.ReadOnly(output)} {output.Member} => {(output.IsScalar ? buffer + ".Span[0]" : buffer)};").Blank();
    }
}
