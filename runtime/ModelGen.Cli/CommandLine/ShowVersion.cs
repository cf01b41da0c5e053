using System.CommandLine;
using System.CommandLine.Invocation;

namespace ModelGen.Cli;

/// <summary>Prints this tool's version, whatever program hosts it.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ModelGenCommand.Version);
        return ExitCode.Fine;
    }
}
