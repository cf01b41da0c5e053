namespace ModelGen.Generator;

/// <summary>Writes the rented call's entry point.</summary>
internal static class RentEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        writer.Line("/// <summary>Rents a call over the engine's own buffers: fill its inputs, run, read its outputs. In steady state nothing is copied or allocated.</summary>");
        foreach (OpenDimSpec dim in body.OpenDims)
            writer.Line($"/// <param name=\"{dim.Parameter}\">The size of the open dim <c>{XmlText.Line(dim.Name)}</c>, from 1. Buffers are made anew when it differs from the call before.</param>");
        string parameters = string.Join(", ", body.OpenDims.Select(dim => "int " + dim.Parameter));
        string arguments = string.Join(", ", body.OpenDims.Select(dim => dim.Parameter));
        writer.Line($"public Call Rent({parameters}) => new(Engine.Rent({arguments}));").Blank();
    }
}
