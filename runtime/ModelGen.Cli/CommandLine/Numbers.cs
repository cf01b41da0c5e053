using System.CommandLine;
using System.Globalization;

namespace ModelGen.Cli;

/// <summary>Options that take a number.</summary>
internal static class Numbers
{
    /// <summary>An option of a whole number.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="helpName">What stands for the number in the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="initial">The number without it.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most that it takes.</param>
    internal static Option<int> Option(string name, string helpName, string description, int initial, int least, int most) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => initial,
        CustomParser = argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
                return number;
            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least} to {most}."));
            return 0;
        },
    };

    /// <summary>An option of a number from 0; null without it.</summary>
    internal static Option<double?> Option(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = argument =>
        {
            if (double.TryParse(argument.Tokens[0].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) && number >= 0 && double.IsFinite(number))
                return number;
            argument.AddError($"{name} takes a number from 0, as in {name} 0.001 or {name} 1e-3.");
            return null;
        },
    };
}
