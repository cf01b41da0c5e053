extern alias runtime;

using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ModelGen.Onnx;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>The option <c>--profile</c>: the sizes of an open dim that one engine serves.</summary>
internal static class ProfileTexts
{
    /// <summary>The option.</summary>
    internal static Option<string[]> Option()
    {
        Option<string[]> option = new("--profile")
        {
            Description = "The sizes of an open first dim that the engine serves, and the one that it is fastest for; 1,8,32 without it. May be given several times.",
            HelpName = "DIM=MIN,OPT,MAX",
        };
        option.Validators.Add(WellFormed);
        return option;
    }

    /// <summary>The ranges by their dims' names. Only of texts that the option took.</summary>
    internal static ImmutableSortedDictionary<string, R.DimRange> Parse(IEnumerable<string> texts) =>
        texts.Select(text => Parse(text)!.Value).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>Checks that the ranges are for dims that the model leaves open, and that it leaves only first dims open: those are all that an engine of ours serves.</summary>
    /// <exception cref="UserFault">They are not.</exception>
    internal static void Check(R.ModelInfo info, IEnumerable<string> dims)
    {
        foreach (R.TensorInfo input in info.Inputs)
        {
            for (int i = 1; i < input.Dims.Length; i++)
            {
                if (input.Dims[i].Name is { } name)
                {
                    throw new UserFault($"Dim {i} of input {Printable.Quote(input.Name)} is open, {Printable.Quote(name)}: only a first dim, the batch, may stay so. "
                        + "Fix it with --dim or --shape; modelgen inspect says how.");
                }
            }
        }
        string[] open = [.. info.Inputs.Select(input => input.OpenDim).OfType<string>().Distinct()];
        foreach (string dim in dims.Where(dim => !open.Contains(dim)))
        {
            throw new UserFault($"--profile: the model has no open dim {Printable.Quote(dim)}. "
                + (open.Length == 0 ? "All its dims are fixed: leave --profile out." : $"Open is {string.Join(", ", open.Select(name => Printable.Quote(name)))}."));
        }
    }

    // From the words themselves: a value can't be asked for while another option has an error.
    private static void WellFormed(OptionResult option)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string text in option.Tokens.Select(token => token.Value))
        {
            if (Parse(text) is not { } pair)
                option.AddError($"--profile: {Printable.Quote(text)} is not DIM=MIN,OPT,MAX with 1 ≤ MIN ≤ OPT ≤ MAX, as in --profile batch=1,8,32.");
            else if (!seen.Add(pair.Key))
                option.AddError($"--profile: {Printable.Quote(pair.Key)} has two ranges. One engine serves one range of each dim.");
        }
    }

    private static KeyValuePair<string, R.DimRange>? Parse(string text)
    {
        int equals = text.LastIndexOf('=');
        if (equals <= 0)
            return null;
        string[] parts = text[(equals + 1)..].Split(',');
        if (parts.Length != 3 || Size(parts[0]) is not { } min || Size(parts[1]) is not { } opt || Size(parts[2]) is not { } max || min < 1 || opt < min || max < opt)
            return null;
        return new(text[..equals], new R.DimRange(min, opt, max));
    }

    private static int? Size(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;
}
