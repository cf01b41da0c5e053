namespace Package.Tests;

/// <summary>A library whose model changes from build to build; what is generated for it can be read.</summary>
internal static class ChangingModel
{
    public const string Project = "Changing/Changing.csproj";
    public const string Model = "Changing/models/net.onnx";

    public static string Write(Workshop workshop)
    {
        workshop.Write(Model, TinyModel.Relu(1, 4));
        return workshop.Project(
            Project, """<AdditionalFiles Include="models/net.onnx" />""",
            "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", "ModelGen");
    }
}
