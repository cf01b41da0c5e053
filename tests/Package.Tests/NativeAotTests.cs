using System.Runtime.InteropServices;

namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class NativeAotTests(PackedConsumers consumers)
{
    // One publish for all: linking takes longer than everything else here.
    [NativeAotFact]
    public void ANativeProgramIsMadeWithoutAWarningAndDoesAllThatAServerWould()
    {
        Workshop workshop = consumers.Workshop;
        string project = NativeApp.Write(workshop), published = workshop.PathOf("Native published");
        ToolResult publish = Tool.Build(
            project, "publish", "-r", RuntimeInformation.RuntimeIdentifier, "-o", published, "-p:TreatWarningsAsErrors=false").Succeeded();
        Assert.DoesNotContain(new BuildLog(publish.Output).Messages, message => message.Id.StartsWith("IL", StringComparison.Ordinal));

        ToolResult run = Tool.Run(Path.Combine(published, "Native"), published).Succeeded();
        Assert.Equal(("Seven", "0.9694"), (run["label"], run["probability"]));
        Assert.Equal(("Seven,Seven", "2"), (run["batched"], run["batch"]));
        Assert.Equal(("CPU", "TensorRT:False,CUDA:False,CPU:True"), (run["provider"], run["attempts"]));
        Assert.Equal(("2", "1"), (run["runs"], run["profiled"]));
        Assert.Equal(("True", "cpu;optimization=off"), (run["within"], run["compared"]));
        Assert.Equal("0", run["engines"]);
    }
}
