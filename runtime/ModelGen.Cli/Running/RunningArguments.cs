using System.CommandLine;
using System.CommandLine.Parsing;

namespace ModelGen.Cli;

/// <summary>What the commands that run a model take besides the model: values for its inputs, and what computes.</summary>
internal sealed class RunningArguments
{
    private readonly Option<string[]> _inputs = new("--input")
    {
        Description = "Values for an input, from a file of numpy.save. Inputs without any are zeros. May be given several times.",
        HelpName = "NAME=FILE.npy",
    };

    private readonly Option<string> _provider = new("--provider")
    {
        Description = "What computes: cpu, cuda or tensorrt.",
        HelpName = "cpu|cuda|tensorrt",
        DefaultValueFactory = _ => "cpu",
    };

    /// <summary>Adds them to a command.</summary>
    internal RunningArguments(Command command)
    {
        _inputs.Validators.Add(Entries);
        _provider.AcceptOnlyFromAmong("cpu", "cuda", "tensorrt");
        command.Add(_inputs);
        command.Add(_provider);
    }

    /// <summary>The entries of <c>--input</c>.</summary>
    internal string[] Inputs(ParseResult result) => result.GetValue(_inputs) ?? [];

    /// <summary>What computes.</summary>
    internal ExecutionProvider Provider(ParseResult result) => result.GetValue(_provider) switch
    {
        "cuda" => ExecutionProvider.Cuda,
        "tensorrt" => ExecutionProvider.TensorRt,
        _ => ExecutionProvider.Cpu,
    };

    private static void Entries(OptionResult option)
    {
        foreach (string entry in option.Tokens.Select(token => token.Value).Where(entry => !entry.Contains('=', StringComparison.Ordinal) || entry.EndsWith('=')))
            option.AddError($"--input: {Onnx.Printable.Quote(entry)} is not NAME=FILE.npy, as in --input image=cat.npy.");
    }
}
