namespace ModelGen.Preprocessing;

/// <summary>Reads a text and knows how far it has come, since protobuf's JSON errors don't say where they are.</summary>
internal sealed class PositionReader(string text) : TextReader
{
    private int _index;
    private int _line = 1;
    private int _column;

    /// <summary>The last character read, counted from 1.</summary>
    internal string Position => FormattableString.Invariant($"line {_line}, column {Math.Max(_column, 1)}");

    /// <inheritdoc/>
    public override int Peek() => _index < text.Length ? text[_index] : -1;

    /// <inheritdoc/>
    public override int Read()
    {
        if (_index >= text.Length)
            return -1;
        if (_index > 0 && text[_index - 1] == '\n')
            (_line, _column) = (_line + 1, 0);
        _column++;
        return text[_index++];
    }
}
