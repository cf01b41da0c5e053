using System.Runtime.InteropServices;

namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class NativeAotTests(PackedConsumers consumers)
{
    [NativeAotFact]
    public void ANativeProgramIsMadeWithoutAWarningAndNamesTheDigit()
    {
        Workshop workshop = consumers.Workshop;
        ConsoleApp.AddSources(workshop, "Native");
        workshop.Project(
            "Native/Native.csproj", ConsoleApp.Items, ConsoleApp.Properties + "<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>",
            "ModelGen", "ModelGen.Skia", ConsoleApp.OnnxRuntime, ConsoleApp.SkiaForLinux);
        string published = workshop.PathOf("Native published");
        ToolResult publish = Tool.Build(
            workshop.PathOf("Native"), "publish", "-r", RuntimeInformation.RuntimeIdentifier, "-o", published, "-p:TreatWarningsAsErrors=false").Succeeded();
        Assert.DoesNotContain(new BuildLog(publish.Output).Messages, message => message.Id.StartsWith("IL", StringComparison.Ordinal));

        ToolResult run = Tool.Run(Path.Combine(published, "Native"), published).Succeeded();
        Assert.Equal("Seven", run["label"]);
        Assert.Equal("0.9694", run["probability"]);
    }
}
