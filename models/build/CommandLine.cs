using System.CommandLine;
using System.CommandLine.Parsing;

namespace ModelGen.Models;

/// <summary>What can be asked for.</summary>
internal static class CommandLine
{
    internal static async Task<int> RunAsync(string[] args)
    {
        ParseResult result = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            foreach (ParseError error in result.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return ExitCode.Usage;
        }
        return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
    }

    private static RootCommand Create()
    {
        string known = string.Join(", ", KnownNetwork.All.Select(network => network.Name));
        Argument<string[]> names = new("NAME")
        {
            Description = $"What to write: {known}. Without any: all of them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.Validators.Add(argument =>
        {
            foreach (string name in argument.Tokens.Select(token => token.Value).Where(name => KnownNetwork.All.All(network => network.Name != name)))
                argument.AddError($"There is no model '{name}' here. Known are: {known}.");
        });
        Option<string?> folder = new("--out") { Description = "The folder to write to; made when it isn't there. Without it: models/built of this repository.", HelpName = "DIR" };
        RootCommand command = new("Writes well-known networks at full size with random weights, the same bytes on every machine: for measuring shapes, speed and memory.") { names, folder };
        command.SetAction((result, stop) => Task.Run(() => BuildCommand.Run(result.GetValue(names) ?? [], result.GetValue(folder), stop), CancellationToken.None));
        return command;
    }
}
