namespace Package.Tests;

/// <summary>A program whose folders, files and metadata have all the characters that build tools like to trip over.</summary>
internal static class OddNames
{
    public const string Folder = "it's a näïve #1, (日本) & co";

    public static string Write(Workshop workshop)
    {
        workshop.Write($"{Folder}/nets/model.onnx", TinyModel.Relu("batch", "width"));
        workshop.Write($"{Folder}/nets/über modèle #2's.onnx", TinyModel.Relu("batch", "width"));
        workshop.Write($"{Folder}/nets/split.onnx", TinyModel.AddExternal("split.onnx.data", 4));
        workshop.Write($"{Folder}/nets/split.onnx.data", [.. new[] { 1f, 2f, 3f, 4f }.SelectMany(BitConverter.GetBytes)]);
        workshop.Write("shared models/outside.onnx", TinyModel.Relu(4));
        workshop.Write("shared models/linked.onnx", TinyModel.Relu(4));
        workshop.Write("shared models/zoo/deep/nested.onnx", TinyModel.Relu(4));
        workshop.Copy("models/digits/digits.onnx", $"{Folder}/named/digits.onnx");
        // Another generator's file: what its item says must stay.
        workshop.Copy("models/digits/config.json", $"{Folder}/named/config.json");
        workshop.Write($"{Folder}/Program.cs", Program);
        return workshop.Project($"{Folder}/Odd names.csproj", """
            <AdditionalFiles Include="nets/model.onnx" ModelGenShapes="batch=1;width=4" />
                <AdditionalFiles Include="nets/über modèle #2's.onnx" ModelGenClass="Second" ModelGenShapes="batch=1; width=4" ModelGenNamespace="Odd.Second" />
                <AdditionalFiles Include="nets/split.onnx" />
                <AdditionalFiles Include="../shared models/outside.onnx" />
                <AdditionalFiles Include="../shared models/linked.onnx" Link="nets\re named.onnx" />
                <AdditionalFiles Include="../shared models/**/nested.onnx" />
                <AdditionalFiles Include="named/digits.onnx" ModelGenShapes="batch=1" ModelGenLabels="zero;one;two;three;four;five;six;C#;it's;100 %25"
                                 ModelGenPreprocess="resize=8x8;filter=box;rescale=1/255" />
                <AdditionalFiles Include="named/config.json" />
            """, "<OutputType>Exe</OutputType><RootNamespace>Odd</RootNamespace><ImplicitUsings>disable</ImplicitUsings>", "ModelGen", ConsoleApp.OnnxRuntime);
    }

    private const string Program = """
        namespace Odd;

        internal static class Program
        {
            private static void Main()
            {
                float[] x = [1, -1, 2, -2];
                Tell("model", Model.Info, Model.Predict(new Model.Input(x)).Y.Span);
                Tell("second", Second.Second.Info, Second.Second.Predict(new Second.Second.Input(x)).Y.Span);
                Tell("split", Split.Info, Split.Predict(new Split.Input(x)).Y.Span);
                Tell("outside", Outside.Info, Outside.Predict(new Outside.Input(x)).Y.Span);
                Tell("linked", Linked.Info, Linked.Predict(new Linked.Input(x)).Y.Span);
                Tell("nested", Nested.Info, Nested.Predict(new Nested.Input(x)).Y.Span);
                System.Console.WriteLine("labels=" + string.Join("|", System.Linq.Enumerable.Select(System.Enum.GetValues<Digits.Label>(), label => Digits.Labels[(int)label])));
            }

            private static void Tell(string key, global::ModelGen.ModelInfo info, System.ReadOnlySpan<float> y) =>
                System.Console.WriteLine($"{key}={info.FileName}: {string.Join(" ", y.ToArray())}");
        }
        """;
}
