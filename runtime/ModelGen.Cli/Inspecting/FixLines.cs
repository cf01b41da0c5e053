using System.Security;
using System.Text.RegularExpressions;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>The lines that fix what is open in a model's inputs, with 1 for every size that nobody but the user knows.</summary>
internal sealed partial class FixLines
{
    private readonly string _path;
    private readonly List<ShapeFix> _fixes;

    /// <summary>Gathers what has to be fixed, after what was fixed already.</summary>
    internal FixLines(string path, ModelFacts facts, ShapeFixes fixes)
    {
        (_path, _fixes) = (path, [.. fixes.Items]);
        foreach (InputFact input in facts.Inputs)
        {
            if (TypeNames.Shape(input.Type) is not { } shape || shape.Dims.All(dim => dim.IsKnown))
                continue;
            // Nothing can be fixed under an empty name.
            if (input.Name.Length == 0)
                continue;
            IsNeeded = true;
            if (shape.Dims.Any(dim => !dim.IsKnown && !HasUsefulName(dim)))
                Add(new ShapeFix(input.Name, new TensorShape(new(shape.Dims.Select(dim => dim.IsKnown ? dim : Dim.Known(1)))), FixTarget.Value));
            else
                foreach (Dim dim in shape.Dims.Where(dim => !dim.IsKnown))
                    Add(new ShapeFix(dim.Symbol!, new TensorShape(new([Dim.Known(1)])), FixTarget.Dim));
        }
    }

    /// <summary>Whether an input has an open dim.</summary>
    internal bool IsNeeded { get; }

    /// <summary>The value of the item metadata ModelGenShapes.</summary>
    internal string Metadata => string.Join(";", _fixes.Select(fix => Quoted(fix.Name) + "=" + string.Join("x", fix.Shape.Dims)));

    /// <summary>The line of a project file.</summary>
    internal string ProjectLine => _fixes.Count == 0
        ? $"<AdditionalFiles Include=\"{Xml(ForItem(_path))}\" />"
        : $"<AdditionalFiles Include=\"{Xml(ForItem(_path))}\" ModelGenShapes=\"{Xml(ForMetadata(Metadata))}\" />";

    /// <summary>The options of this tool.</summary>
    internal string Options => string.Join(" ", _fixes.Select(fix => (fix.Target == FixTarget.Dim ? "--dim " : "--shape ") + Shell(fix.ToString())));

    /// <summary>The command that shows the model with them.</summary>
    internal string Command => $"modelgen inspect {Shell(_path)} {Options}".TrimEnd();

    // A later fix for a name that has one already would contradict it.
    private void Add(ShapeFix fix)
    {
        _fixes.RemoveAll(other => other.Name == fix.Name && other.Target == fix.Target);
        _fixes.Add(fix);
    }

    // tf2onnx numbers every open dim afresh: such a name says nothing and is another after the next export.
    private static bool HasUsefulName(Dim dim) => dim.Symbol is { } name && !Numbered().IsMatch(name);

    // ModelGenShapes wants quotes around names that hold its separators or end in spaces or quotes.
    private static string Quoted(string name)
    {
        if (name.IndexOfAny([';', '\n', '\r']) < 0 && name.Trim() == name && name[..1] is not ("'" or "\""))
            return name;
        return name.Contains('\'', StringComparison.Ordinal) ? $"\"{name}\"" : $"'{name}'";
    }

    // What MSBuild would take for a property, an item list, an escape, a list or a wildcard.
    private static string ForMetadata(string text) => text.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("$(", "%24(", StringComparison.Ordinal).Replace("@(", "%40(", StringComparison.Ordinal);

    private static string ForItem(string text) => ForMetadata(text)
        .Replace(";", "%3B", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);

    private static string Xml(string text) => Printable.Line(SecurityElement.Escape(text), int.MaxValue);

    private static string Shell(string word)
    {
        string text = Printable.Line(word, int.MaxValue);
        return Plain().IsMatch(text) ? text : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }

    [GeneratedRegex("^unk__[0-9]+$")]
    private static partial Regex Numbered();

    [GeneratedRegex("^[A-Za-z0-9_./:=+,@%-]+$")]
    private static partial Regex Plain();
}
