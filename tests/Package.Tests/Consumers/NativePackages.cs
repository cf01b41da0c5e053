namespace Package.Tests;

/// <summary>Projects with no native package, with two that get into each other's way, and with one that consists of two.</summary>
internal static class NativePackages
{
    public const string Rival = "Contoso.OnnxRuntime.Gpu";

    public static string[] Write(Workshop workshop)
    {
        FakePackage.Write(workshop.Feed, Rival, "runtimes/linux-x64/native/libonnxruntime.so");
        FakePackage.Write(workshop.Feed, Rival + ".Windows", "runtimes/win-x64/native/onnxruntime.dll");
        FakePackage.Write(workshop.Feed, Rival + ".Linux", "runtimes/linux-x64/native/libonnxruntime.so");

        ConsoleApp.AddSources(workshop, "NoNative");
        return
        [
            workshop.Project("NoNative/NoNative.csproj", ConsoleApp.Items, ConsoleApp.Properties, "ModelGen", "ModelGen.Skia", ConsoleApp.SkiaForLinux),
            workshop.Project("TwoNatives/TwoNatives.csproj", "", "", "ModelGen", ConsoleApp.OnnxRuntime, $"{Rival}/{FakePackage.Version}"),
            workshop.Project("SplitNative/SplitNative.csproj", "", "", "ModelGen", $"{Rival}.Windows/{FakePackage.Version}", $"{Rival}.Linux/{FakePackage.Version}"),
        ];
    }
}
