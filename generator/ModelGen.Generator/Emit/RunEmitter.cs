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
        body.OpenDims.Select(dim => $"input.{Carriers(body, dim).First().Member}.Count");

    private static IEnumerable<PortSpec> Carriers(ModelBody body, OpenDimSpec dim) =>
        body.Inputs.Where(input => input.IsBatch && input.Dims[0].Symbol == dim.Name).OrderBy(input => input.HasDefault);

    private static void WriteOpenDimChecks(CodeWriter writer, ModelBody body)
    {
        foreach (OpenDimSpec dim in body.OpenDims)
        {
            PortSpec[] carriers = [.. Carriers(body, dim).Where(input => !input.HasDefault)];
            for (int i = 1; i < carriers.Length; i++)
            {
                string message = CSharpLiterals.Text(
                    $"The inputs '{XmlText.Plain(carriers[0].OnnxName)}' and '{XmlText.Plain(carriers[i].OnnxName)}' share the dim '{XmlText.Plain(dim.Name)}', so they must hold equally many items.");
                writer.Line($"if (input.{carriers[i].Member}.Count != input.{carriers[0].Member}.Count)");
                using (writer.Indented())
                    writer.Line($"throw new M::ModelGenException({message});");
            }
        }
    }

    private static void WriteRead(CodeWriter writer, ModelBody body)
    {
        if (body.Classifier is null)
        {
            writer.Lines("""
                /// <inheritdoc/>
                protected override Output Read(in E::CallLease lease, int item) => new(new Call(lease), item);
                """).Blank();
        }
    }
}
