using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>The plug-in provider that the command line names gives the CPU's results.</summary>
internal sealed class PluginProvider : ICheck
{
    public string Name => "plugin";

    // Plug-ins bring their own devices.
    public bool NeedsGpu => false;

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        if (bench.Settings.Plugin?.Split('=') is not [var name, var library])
            throw new CheckSkippedException("no --plugin NAME=LIBRARY was given");
        ModelOptions options = new() { ModelPath = model.Path, Provider = Provider.Plugin(name, Path.GetFullPath(library)) };
        using Engine engine = bench.Load(model.Info, options);
        return Tolerance.Check(name, bench.Compare(model, engine), Tolerance.TenBits);
    }
}
