using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>The <c>key=value</c> pairs of a text, each at most once, over those of a preset; collects all that is wrong with them.</summary>
internal sealed class InlineKeys
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _preset = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    /// <summary>Everything found so far.</summary>
    internal IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Reads pairs over those of a preset, which may be empty.</summary>
    internal static InlineKeys Read(IEnumerable<string> parts, string preset)
    {
        var keys = new InlineKeys();
        foreach (string part in preset.Split([';'], StringSplitOptions.RemoveEmptyEntries))
            keys._preset.Add(part.Substring(0, part.IndexOf('=')), part.Substring(part.IndexOf('=') + 1));
        foreach (string part in parts)
            keys.Add(part);
        // A level and a number around the picture exclude each other, as two spellings of a library's version do: the item's word counts.
        keys.Replace("fill", "pad");
        keys.Replace("pad", "fill");
        return keys;
    }

    /// <summary>A key's value, the preset's where the item says nothing; null when nobody says anything.</summary>
    internal string? Get(string key) => _values.TryGetValue(key, out string? value) || _preset.TryGetValue(key, out value) ? value : null;

    /// <summary>The first of some keys that is there.</summary>
    internal string? First(params string[] keys) => keys.FirstOrDefault(key => _values.ContainsKey(key));

    /// <summary>A word's meaning; null when the key is absent, or wrong, which has then been noted.</summary>
    internal T? OneOf<T>(string key, (string Word, T Value)[] options) where T : struct
    {
        if (Get(key) is not { } text)
            return null;
        foreach ((string word, T value) in options)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        Wrong($"{key}={XmlText.Plain(text, 60)} is none of {InlineOptions.Words(options)}.{NearestName.Hint(text, options.Select(o => o.Word))}");
        return null;
    }

    /// <summary>Whole numbers from a range; null when the key is absent, or wrong, which has then been noted.</summary>
    internal int? Whole(string key, int least, int most, string example)
    {
        if (Get(key) is not { } text)
            return null;
        if (InlineNumbers.Number(text) is { } number && number >= least && number <= most && number == Math.Floor(number))
            return (int)number;
        Wrong(FormattableString.Invariant($"{key}={XmlText.Plain(text, 60)} is no whole number from {least} to {most}. Write it as {example}."));
        return null;
    }

    /// <summary>Notes what is wrong.</summary>
    internal void Wrong(string what) => _problems.Add(new Problem(PreprocessingRules.PreprocessMalformed, "ModelGenPreprocess: " + what));

    private void Replace(string key, string other)
    {
        if (_values.ContainsKey(key) && !_values.ContainsKey(other))
            _preset.Remove(other);
    }

    private void Add(string part)
    {
        int equals = part.IndexOf('=');
        string key = (equals < 0 ? part : part.Substring(0, equals)).Trim().ToLowerInvariant();
        string value = equals < 0 ? "" : part.Substring(equals + 1).Trim();
        if (!InlineOptions.Keys.Contains(key))
            Wrong($"'{XmlText.Plain(key, 60)}' is none of {string.Join(", ", InlineOptions.Keys)}.{NearestName.Hint(key, InlineOptions.Keys)}");
        else if (value.Length == 0)
            Wrong($"'{key}' has no value. Write {key}=…");
        else if (_values.ContainsKey(key))
            Wrong($"'{key}' is given twice. The steps run in one fixed order: resize, crop, rescale, mean, std.");
        else
            _values.Add(key, value);
    }
}
