namespace ModelGen.Generator;

/// <summary>Writes the instance's calls that own their results.</summary>
internal static class RunEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        writer.Line("/// <summary>Runs the network as it is: no preprocessing, no reading of results.</summary>");
        if (body.Inputs.Count > 0)
            writer.Line("/// <param name=\"input\">What goes in.</param>");
        writer.Lines("""
            /// <param name="cancellationToken">Stops the run.</param>
            /// <returns>The outputs, in memory of their own.</returns>
            """);
        string input = body.Inputs.Count > 0 ? "Input input, " : "";
        using (writer.Block($"public Output Run({input}S::Threading.CancellationToken cancellationToken = default)"))
        {
            WriteOpenDimChecks(writer, body);
            writer.Line($"using Call call = Rent({string.Join(", ", OpenDimSizes(body))});");
            if (body.Inputs.Count > 0)
                writer.Line("input.CopyTo(call);");
            writer.Line("call.Run(cancellationToken);");
            writer.Line("return new Output(call);");
        }
        writer.Blank();
        if (body.Preprocessing is not null)
            WriteRead(writer, body);
    }

    private static IEnumerable<string> OpenDimSizes(ModelBody body) =>
        body.OpenDims.Select(dim => Size(Carriers(body, dim).First()));

    /// <summary>An input with a default may hold nothing, and sizes count from 1.</summary>
    private static string Size(PortSpec carrier) =>
        carrier.HasDefault ? $"S::Math.Max(1, input.{carrier.Member}.Count)" : $"input.{carrier.Member}.Count";

    private static IEnumerable<PortSpec> Carriers(ModelBody body, OpenDimSpec dim) =>
        body.Inputs.Where(input => input.IsBatch && input.Dims[0].Symbol == dim.Name).OrderBy(input => input.HasDefault);

    private static void WriteOpenDimChecks(CodeWriter writer, ModelBody body)
    {
        foreach (OpenDimSpec dim in body.OpenDims)
        {
            PortSpec[] carriers = [.. Carriers(body, dim)];
            for (int i = 1; i < carriers.Length; i++)
                WriteOpenDimCheck(writer, dim, carriers[0], carriers[i]);
        }
    }

    private static void WriteOpenDimCheck(CodeWriter writer, OpenDimSpec dim, PortSpec first, PortSpec other)
    {
        string given = other.HasDefault ? $"!input.{other.Member}.IsEmpty && " : "";
        string count = Size(first);
        string names = CSharpLiterals.Text(
            $"The inputs '{XmlText.Plain(first.OnnxName)}' and '{XmlText.Plain(other.OnnxName)}' share the dim '{XmlText.Plain(dim.Name)}', so they must hold equally many items");
        writer.Line($"if ({given}input.{other.Member}.Count != {count})");
        using (writer.Indented())
            writer.Line($"throw E::OpenDimMismatch.Of({names}, {count}, input.{other.Member}.Count);");
    }

    private static void WriteRead(CodeWriter writer, ModelBody body)
    {
        if (body.Result is null)
        {
            writer.Lines("""
                /// <inheritdoc/>
                protected override Output Read(in E::CallLease lease, int item) => new(new Call(lease), item);
                """).Blank();
        }
    }
}
