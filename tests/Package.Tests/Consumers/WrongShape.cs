namespace Package.Tests;

/// <summary>A library that gives the model a tensor of another shape.</summary>
internal static class WrongShape
{
    public const string Code = """
        using Dims;
        using ModelGen;

        namespace WrongShape;

        public static class Caller
        {
            public static void Call()
            {
                float[] pixels = new float[16 * 16];
                var image = new ReadOnlyTensor<float, Shape<N1, N1, N16, N16>>(pixels);
                Digits.Predict(image);
            }
        }
        """;

    public static string Write(Workshop workshop)
    {
        ConsoleApp.AddDigits(workshop, "WrongShape/models");
        workshop.Write("WrongShape/Caller.cs", Code);
        return workshop.Project("WrongShape/WrongShape.csproj", """<AdditionalFiles Include="models/digits.onnx" ModelGenShapes="batch=1" />""", "", "ModelGen");
    }
}
