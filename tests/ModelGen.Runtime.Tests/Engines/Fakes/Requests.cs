using Microsoft.Extensions.Logging.Abstractions;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

/// <summary>Requests to look at without loading anything.</summary>
internal static class Requests
{
    public static LoadRequest For(FakeMachine machine, ModelOptions? options = null, ModelInfo? info = null) => new()
    {
        Info = info ?? machine.Info(),
        Options = options ?? machine.Options,
        ModelPath = machine.ModelPath,
        Logger = NullLogger.Instance,
        Platform = machine.Platform,
    };
}
