namespace Package.Tests;

/// <summary>A library with a model, and a program that only knows the library.</summary>
internal static class LibraryAndHost
{
    public static string[] Write(Workshop workshop)
    {
        ConsoleApp.AddDigits(workshop, "Library/models");
        workshop.Write("Library/Reader.cs", """
            using ModelGen;

            namespace Library;

            public static class Reader
            {
                public static string Read(string path) => Digits.Predict(path).Name;
            }
            """);
        // TargetFrameworks: a build that first builds itself once a framework.
        string library = workshop.Project(
            "Library/Library.csproj", """<AdditionalFiles Include="models/digits.onnx" />""",
            "<TargetFramework /><TargetFrameworks>net10.0</TargetFrameworks>", "ModelGen", "ModelGen.Skia");

        workshop.Copy("models/digits/samples/digit-3.png", "Host/digit-3.png");
        workshop.Write("Host/Program.cs", """
            System.Console.WriteLine("name=" + Library.Reader.Read(System.IO.Path.Combine(System.AppContext.BaseDirectory, "digit-3.png")));
            """);
        string host = workshop.Project("Host/Host.csproj", """
            <ProjectReference Include="../Library/Library.csproj" />
                <None Update="digit-3.png" CopyToOutputDirectory="PreserveNewest" />
            """, "<OutputType>Exe</OutputType>", ConsoleApp.OnnxRuntime, ConsoleApp.SkiaForLinux);
        return [library, host];
    }
}
