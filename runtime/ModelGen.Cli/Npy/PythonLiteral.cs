using System.Globalization;
using System.Text;

namespace ModelGen.Cli;

/// <summary>Reads the Python literals that .npy headers are made of: dictionaries, tuples, lists, strings, whole numbers, True, False and None.</summary>
/// <remarks>Values: <see cref="Dictionary{TKey, TValue}"/> by string, <see cref="List{T}"/>, string, long, bool, null.</remarks>
internal sealed class PythonLiteral
{
    // A header has a tuple in a dictionary; structured types have a few more levels.
    private const int Deepest = 16;

    private readonly string _text;
    private int _at;

    private PythonLiteral(string text) => _text = text;

    /// <summary>Reads one literal that takes the whole text.</summary>
    /// <exception cref="NpyException">It is none.</exception>
    internal static object? Parse(string text)
    {
        PythonLiteral literal = new(text);
        object? value = literal.Value(0);
        literal.SkipBlanks();
        return literal._at == text.Length ? value : throw literal.Unexpected();
    }

    private object? Value(int depth)
    {
        if (depth > Deepest)
            throw new NpyException("has a header that nests too deep.");
        SkipBlanks();
        char first = _at < _text.Length ? _text[_at] : '\0';
        return first switch
        {
            '{' => Dictionary(depth),
            '(' => Items(')', depth),
            '[' => Items(']', depth),
            '\'' or '"' => String(),
            '-' or (>= '0' and <= '9') => Number(),
            _ when Word("True") => true,
            _ when Word("False") => false,
            _ when Word("None") => null,
            _ => throw Unexpected(),
        };
    }

    private Dictionary<string, object?> Dictionary(int depth)
    {
        Dictionary<string, object?> entries = new(StringComparer.Ordinal);
        _at++;
        while (!Sign('}'))
        {
            SkipBlanks();
            if (_at >= _text.Length || _text[_at] is not ('\'' or '"'))
                throw Unexpected();
            string key = String();
            if (!Sign(':'))
                throw Unexpected();
            entries[key] = Value(depth + 1);
            if (!Sign(',') && !Ahead('}'))
                throw Unexpected();
        }
        return entries;
    }

    private List<object?> Items(char end, int depth)
    {
        List<object?> items = [];
        _at++;
        while (!Sign(end))
        {
            items.Add(Value(depth + 1));
            if (!Sign(',') && !Ahead(end))
                throw Unexpected();
        }
        return items;
    }

    private string String()
    {
        char quote = _text[_at++];
        StringBuilder value = new();
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] == '\\' && ++_at == _text.Length)
                break;
            value.Append(_text[_at++]);
        }
        if (_at >= _text.Length)
            throw Unexpected();
        _at++;
        return value.ToString();
    }

    private long Number()
    {
        int start = _at++;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        if (!long.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
            throw new NpyException($"has '{Onnx.Printable.Line(_text[start.._at], 40)}' in its header, which is no whole number of 64 bits.");
        // Python 2 wrote long integers so.
        if (_at < _text.Length && _text[_at] == 'L')
            _at++;
        return number;
    }

    private bool Word(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
            return false;
        _at += word.Length;
        return true;
    }

    private bool Ahead(char sign)
    {
        SkipBlanks();
        return _at < _text.Length && _text[_at] == sign;
    }

    private bool Sign(char sign)
    {
        if (!Ahead(sign))
            return false;
        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r')
            _at++;
    }

    private NpyException Unexpected() => new(_at >= _text.Length
        ? "has a header that ends too early."
        : $"has a header that can't be read at '{Onnx.Printable.Line(_text[_at..], 20)}'.");
}
