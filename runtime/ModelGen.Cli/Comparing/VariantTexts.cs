extern alias runtime;

using System.CommandLine;
using System.CommandLine.Parsing;
using runtime::ModelGen.Engines;

namespace ModelGen.Cli;

/// <summary>The option <c>--providers</c>.</summary>
internal static class VariantTexts
{
    /// <summary>The option.</summary>
    internal static Option<string[]> Option() => new("--providers")
    {
        Description = "What to compare, the reference first: providers with settings, as in \"cpu,cpu;optimization=off,tensorrt;precision=fp16\". May be given several times.",
        HelpName = "A,B,…",
    };

    /// <summary>Adds an error for texts that say no provider, and where there is nothing to compare.</summary>
    internal static void Validate(CommandResult result, Option<string[]> providers, Option<string?> against)
    {
        string[] texts = Split(result.GetResult(providers)?.Tokens.Select(token => token.Value) ?? []);
        foreach (string text in texts)
        {
            try
            {
                EngineVariant.Parse(text);
            }
            catch (FormatException exception)
            {
                result.AddError("--providers: " + exception.Message);
            }
        }
        if (texts.Length < 2 && result.GetResult(against) is null)
            result.AddError("There is nothing to compare with: give two providers, as in --providers cpu,tensorrt, or another model with --against.");
    }

    /// <summary>The texts one by one.</summary>
    internal static string[] Split(IEnumerable<string> values) =>
        [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
