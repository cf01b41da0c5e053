using System.Text;

namespace ModelGen.Generator;

/// <summary>Writes C# with indentation. The one place that knows about line ends and indents.</summary>
internal sealed class CodeWriter
{
    private const string Indent = "    ";
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blankPending;

    /// <summary>Writes lines; each gets the present indent.</summary>
    public CodeWriter Lines(string text)
    {
        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
            Line(line);
        return this;
    }

    /// <summary>Writes one line.</summary>
    public CodeWriter Line(string line)
    {
        if (line.Length == 0)
            return Blank();
        if (_blankPending)
            _text.Append('\n');
        _blankPending = false;
        for (int i = 0; i < _depth; i++)
            _text.Append(Indent);
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Asks for an empty line before the next one; several in a row make one, and none stands before a closing brace.</summary>
    public CodeWriter Blank()
    {
        _blankPending = _text.Length > 0;
        return this;
    }

    /// <summary>Opens a brace after a header; the returned value closes it.</summary>
    public Scope Block(string header, string end = "}")
    {
        Lines(header);
        Line("{");
        _depth++;
        return new Scope(this, end);
    }

    /// <summary>Indents what follows until disposal.</summary>
    public Scope Indented()
    {
        _depth++;
        return new Scope(this, null);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>An open block.</summary>
    internal readonly struct Scope(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is null)
                return;
            writer._blankPending = false;
            writer.Line(end);
        }
    }
}
