extern alias runtime;

using System.CommandLine;
using System.CommandLine.Parsing;
using ModelGen.Onnx;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>What <c>build</c> takes.</summary>
internal sealed class BuildArguments
{
    private readonly ModelArguments _model;
    private readonly CacheArguments _cache;
    private readonly Option<string[]> _profiles = ProfileTexts.Option();
    private readonly Option<int> _level = Numbers.Option("--level", "0-5", "How long TensorRT searches for fast kernels: 0, a moment, to 5, very long.", 3, 0, 5);
    private readonly Option<int> _device = Numbers.Option("--device", "N", "The GPU's number, as nvidia-smi lists them.", 0, 0, 1023);

    private readonly Option<string> _provider = new("--provider")
    {
        Description = "Whose engine to build: tensorrt, which is taken without it. cuda and cpu have none, and say so.",
        HelpName = "tensorrt|cuda|cpu",
        DefaultValueFactory = _ => "tensorrt",
    };

    private readonly Option<string?> _precision = new("--precision")
    {
        Description = "The numbers that TensorRT may compute in: what ModelGenPrecision says in the project.",
        HelpName = "fp32|fp16|bf16|int8",
    };

    private readonly Option<long?> _workspace = new("--workspace")
    {
        Description = "GPU memory that one layer may use as scratch; all without it.",
        HelpName = "2GB",
        CustomParser = argument =>
        {
            long? size = Amounts.Size(argument.Tokens[0].Value);
            if (size is null or 0)
                argument.AddError($"--workspace can't be {Printable.Quote(argument.Tokens[0].Value)}; write it as in --workspace 2GB.");
            return size;
        },
    };

    private readonly Option<string?> _key = new("--signing-key") { Description = "A file whose bytes are the key to sign the engine with.", HelpName = "FILE" };

    /// <summary>Adds them to a command.</summary>
    internal BuildArguments(Command command)
    {
        _model = new ModelArguments(command);
        _provider.AcceptOnlyFromAmong("tensorrt", "cuda", "cpu");
        _precision.AcceptOnlyFromAmong([.. Precisions.Names]);
        foreach (Option option in new Option[] { _provider, _precision, _profiles, _level, _workspace, _device })
            command.Add(option);
        _cache = new CacheArguments(command);
        command.Add(_key);
        command.Validators.Add(OnlyOfTensorRT);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="IOException">The signing key can't be read.</exception>
    internal BuildRequest Request(ParseResult result) => new(
        _model.Model(result),
        _model.Fixes(result),
        result.GetValue(_provider) switch
        {
            "cpu" => ExecutionProvider.Cpu,
            "cuda" => ExecutionProvider.Cuda,
            _ => ExecutionProvider.TensorRt,
        },
        result.GetValue(_precision) is { } name ? Precisions.Parse(name) : null,
        new R.TensorRTOptions
        {
            BuilderLevel = result.GetValue(_level),
            MaxWorkspaceBytes = result.GetValue(_workspace) ?? 0,
            Profiles = ProfileTexts.Parse(result.GetValue(_profiles) ?? []),
        },
        result.GetValue(_device),
        _cache.Options(result, result.GetValue(_key) is { } file ? File.ReadAllBytes(file) : null),
        _cache.Json(result));

    // Taken without a word, they would let one believe that something was built that way.
    private void OnlyOfTensorRT(CommandResult result)
    {
        if (result.GetResult(_provider) is not { Tokens: [{ Value: "cpu" or "cuda" } provider] })
            return;
        foreach (Option option in new Option[] { _profiles, _level, _workspace, _precision }.Where(option => result.GetResult(option) is { Implicit: false }))
            result.AddError($"{option.Name} is a setting of TensorRT's engines, and {provider.Value} has none: leave it out, or take --provider tensorrt.");
    }
}
