extern alias runtime;

using System.CommandLine;
using System.CommandLine.Parsing;
using runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>What the commands that run a model take besides the model: values for its inputs, and what computes.</summary>
internal sealed class RunningArguments
{
    private readonly Option<string[]> _inputs = new("--input")
    {
        HelpName = "NAME=FILE.npy",
    };

    private readonly Option<string> _provider = new("--provider")
    {
        Description = "What computes: cpu, cuda or tensorrt.",
        HelpName = "cpu|cuda|tensorrt",
        DefaultValueFactory = _ => "cpu",
    };

    private readonly Option<string?> _precision = new("--precision")
    {
        Description = "The numbers that the provider may compute in: fp32, fp16, bf16 or int8. For providers that have a choice, as TensorRT.",
        HelpName = "fp32|fp16|bf16|int8",
    };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="values">What inputs without values of their own get, in the plural: <c>zeros</c>.</param>
    /// <param name="oneProvider">Whether it runs on one provider, to be chosen here.</param>
    internal RunningArguments(Command command, string values = "zeros", bool oneProvider = true)
    {
        _inputs.Description = $"Values for an input, from a file of numpy.save. Inputs without any are {values}. May be given several times.";
        _inputs.Validators.Add(Entries);
        _provider.AcceptOnlyFromAmong("cpu", "cuda", "tensorrt");
        _precision.AcceptOnlyFromAmong([.. Precisions.Names]);
        command.Add(_inputs);
        if (!oneProvider)
            return;
        command.Add(_provider);
        command.Add(_precision);
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

    /// <summary>The numbers to compute in; null for the model's own.</summary>
    internal Precision? Precision(ParseResult result) => result.GetValue(_precision) is { } name ? Precisions.Parse(name) : null;

    private static void Entries(OptionResult option)
    {
        foreach (string entry in option.Tokens.Select(token => token.Value).Where(entry => !entry.Contains('=', StringComparison.Ordinal) || entry.EndsWith('=')))
            option.AddError($"--input: {Onnx.Printable.Quote(entry)} is not NAME=FILE.npy, as in --input image=cat.npy.");
    }
}
