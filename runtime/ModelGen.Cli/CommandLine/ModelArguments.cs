using System.CommandLine;
using System.CommandLine.Parsing;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>What every command takes: a model, and shapes and dims to fix.</summary>
internal sealed class ModelArguments
{
    private readonly Argument<string> _model = new("model") { Description = "The .onnx file.", HelpName = "MODEL" };

    private readonly Option<string[]> _shapes = new("--shape")
    {
        Description = "Fixes the shape of an input or output; ? keeps a dim open, NAME= alone is a scalar. May be given several times.",
        HelpName = "NAME=1x3x224x224",
    };

    private readonly Option<string[]> _dims = new("--dim")
    {
        Description = "Fixes a named dim everywhere in the model. May be given several times.",
        HelpName = "NAME=N",
    };

    /// <summary>Adds them to a command.</summary>
    internal ModelArguments(Command command)
    {
        _model.Validators.Add(NoOption);
        _shapes.Validators.Add(option => WellFormed(option, FixTarget.Value));
        _dims.Validators.Add(option => WellFormed(option, FixTarget.Dim));
        command.Add(_model);
        command.Add(_shapes);
        command.Add(_dims);
    }

    /// <summary>The path as it was given.</summary>
    internal string Model(ParseResult result) => result.GetRequiredValue(_model);

    /// <summary>What is to be fixed.</summary>
    internal ShapeFixes Fixes(ParseResult result) => Parse(result.GetValue(_shapes) ?? [], FixTarget.Value)
        .Append(Parse(result.GetValue(_dims) ?? [], FixTarget.Dim));

    private static void NoOption(ArgumentResult argument)
    {
        foreach (string path in argument.Tokens.Select(token => token.Value).Where(path => path.StartsWith('-') && !Path.Exists(path)))
            argument.AddError($"There is no option {path}, and no file of that name.");
    }

    // From the words themselves: a value can't be asked for while another option has an error.
    private static void WellFormed(OptionResult option, FixTarget target)
    {
        foreach (Problem problem in Parse([.. option.Tokens.Select(token => token.Value)], target).Problems)
            option.AddError($"{(target == FixTarget.Dim ? "--dim" : "--shape")}: {problem.Message}");
    }

    // The library takes blanks off the ends of names. Here the shell has settled what belongs to one, and models have names like that.
    private static ShapeFixes Parse(string[] entries, FixTarget target)
    {
        ShapeFixes fixes = ShapeFixes.Parse(entries.Where(entry => !HasBlankEnds(entry)), target);
        foreach (string entry in entries.Where(HasBlankEnds))
        {
            int equals = entry.LastIndexOf('=');
            ShapeFixes one = ShapeFixes.Parse(["name" + entry[equals..]], target);
            fixes = fixes.Append(one with { Items = new(one.Items.Select(fix => fix with { Name = entry[..equals] })) });
        }
        return fixes;
    }

    private static bool HasBlankEnds(string entry) =>
        entry.LastIndexOf('=') is > 0 and int equals && entry[..equals] is var name && name.Trim() != name;
}
