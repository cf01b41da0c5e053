namespace ModelGen.Generator;

/// <summary>Writes the nested type <c>Input</c>, one member an input of the network.</summary>
internal static class InputEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        if (body.Inputs.Count == 0)
            return;
        writer.Line("/// <summary>What goes into the network; its shapes are checked by the compiler.</summary>");
        using (writer.Block("public readonly ref struct Input"))
        {
            WriteConstructor(writer, body);
            if (body.Inputs.Any(input => !input.IsScalar))
                WriteSpanConstructor(writer, body);
            foreach (PortSpec input in body.Inputs)
            {
                writer.Line($"/// <summary>{Signatures.Doc(input)}</summary>");
                writer.Line($"public {Signatures.ParameterType(input)} {input.Member} {{ get; }}").Blank();
            }
            WriteCopy(writer, body);
        }
        writer.Blank();
    }

    private static void WriteConstructor(CodeWriter writer, ModelBody body)
    {
        writer.Line("/// <summary>Takes tensors.</summary>");
        Signatures.Docs(writer, body);
        using (writer.Block($"public Input({Signatures.Parameters(body)})"))
        {
            foreach (PortSpec input in body.Inputs)
                writer.Line($"{input.Member} = {input.Parameter};");
        }
        writer.Blank();
    }

    /// <summary>Spans of raw elements: their lengths are checked at run time, and constant ones by the analyzer.</summary>
    private static void WriteSpanConstructor(CodeWriter writer, ModelBody body)
    {
        PortSpec[] given = [.. body.Inputs.Where(input => !input.HasDefault)];
        if (given.All(input => input.IsScalar))
            return;
        writer.Line("/// <summary>Takes plain arrays or spans, row-major.</summary>");
        foreach (PortSpec input in given)
            writer.Line($"/// <param name=\"{input.Parameter}\">{Signatures.Doc(input)}</param>");
        writer.Line("/// <exception cref=\"M::ShapeMismatchException\">A length is not the one of its shape.</exception>");
        IEnumerable<string> parameters = given.Select(input =>
            (input.IsScalar ? TypeNames.Element(input.Element) : $"S::ReadOnlySpan<{TypeNames.Element(input.Element)}>") + " " + input.Parameter);
        IEnumerable<string> arguments = given.Select(input =>
            input.IsScalar ? input.Parameter : $"new {TypeNames.ReadOnly(input)}({input.Parameter})");
        writer.Line($"public Input({string.Join(", ", parameters)}) : this({string.Join(", ", arguments)})");
        writer.Line("{").Line("}").Blank();
    }

    private static void WriteCopy(CodeWriter writer, ModelBody body)
    {
        using (writer.Block("internal void CopyTo(in Call call)"))
        {
            foreach (PortSpec input in body.Inputs)
                WriteCopy(writer, input);
        }
    }

    private static void WriteCopy(CodeWriter writer, PortSpec input)
    {
        string given = input.IsScalar ? $"{input.Member} is {{ }} {input.Parameter}" : $"!{input.Member}.IsEmpty";
        string target = input.HasDefault ? $"call.Override{input.Member}()" : $"call.{input.Member}";
        string statement = (input.IsScalar, input.HasDefault) switch
        {
            (true, true) => $"call.Override{input.Member}() = {input.Parameter};",
            (true, false) => $"call.{input.Member} = {input.Member};",
            _ => $"{input.Member}.Span.CopyTo({target}.Span);",
        };
        if (!input.HasDefault)
        {
            writer.Line(statement);
            return;
        }
        writer.Line($"if ({given})");
        using (writer.Indented())
            writer.Line(statement);
    }
}
