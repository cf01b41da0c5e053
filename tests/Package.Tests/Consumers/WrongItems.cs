namespace Package.Tests;

/// <summary>A library whose items have wrong values.</summary>
internal static class WrongItems
{
    public static string Write(Workshop workshop)
    {
        foreach (string name in new[] { "shapes", "name" })
            workshop.Write($"WrongItems/{name}.onnx", TinyModel.Relu("batch", 4));
        return workshop.Project("WrongItems/WrongItems.csproj", """
            <AdditionalFiles Include="shapes.onnx"
                                 ModelGenShapes="bacth=1" />
                <AdditionalFiles Include="name.onnx" ModelGenShapes="batch=1" ModelGenClass="1st" />
                <AdditionalFiles Include="absent.onnx" />
            """, "", "ModelGen");
    }
}
