using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ModelGen;

/// <summary>The names of a model's classes in the model's order; <typeparamref name="TLabel"/> has the same classes as values 0, 1, 2, ….</summary>
/// <remarks>Names are the model's own and may occur twice; the enum's values tell such classes apart. Immutable.</remarks>
/// <typeparam name="TLabel">An enum over int whose values are exactly 0 to the number of classes less 1.</typeparam>
[DebuggerDisplay("{Count} labels")]
public sealed class LabelSet<TLabel> : IReadOnlyList<string>
    where TLabel : struct, Enum
{
    private readonly string[] _names;

    /// <summary>Names for the enum's values.</summary>
    /// <param name="names">One name a class, in the model's order.</param>
    /// <exception cref="ModelGenException">The enum is not over int, or its values are not 0, 1, 2, … for just these names.</exception>
    public LabelSet(params ReadOnlySpan<string> names)
    {
        if (Enum.GetUnderlyingType(typeof(TLabel)) != typeof(int))
            throw NotAnEnumOfLabels("an enum over int", $"one over {Enum.GetUnderlyingType(typeof(TLabel)).Name}");
        if (names.IsEmpty)
            throw NotAnEnumOfLabels("at least one class", "no names");

        TLabel[] values = Enum.GetValues<TLabel>();
        if (values.Length != names.Length)
            throw NotAnEnumOfLabels($"{names.Length} values, one a name", $"{values.Length}");
        for (int index = 0; index < values.Length; index++)
        {
            // GetValues is in ascending order (negative ones last), so in a proper enum value i stands at i.
            if (IndexOf(values[index]) != index)
                throw NotAnEnumOfLabels($"a value {index}", $"{values[index]} = {IndexOf(values[index])} in its place");
        }

        _names = names.ToArray();
        if (Array.IndexOf(_names, null) is >= 0 and int missing)
            throw NotAnEnumOfLabels("a name for every class", $"null for class {missing}");
    }

    /// <summary>Number of classes.</summary>
    public int Count => _names.Length;

    /// <summary>The name of the class at an index of the model's scores.</summary>
    /// <param name="index">0 to <see cref="Count"/> less 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public string this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_names.Length)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"There is no class {index}: valid are 0 to {Count - 1}.");
            return _names[index];
        }
    }

    /// <summary>The name of a class.</summary>
    /// <param name="label">The class.</param>
    /// <returns>The model's own name, for example <c>tiger cat</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the enum's.</exception>
    public string NameOf(TLabel label) => this[IndexOf(label)];

    /// <summary>The names in the model's order.</summary>
    /// <returns>An enumerator over the names.</returns>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_names).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // The constructor has made sure that both are four bytes.
    internal static int IndexOf(TLabel label) => Unsafe.BitCast<TLabel, int>(label);

    internal static TLabel LabelAt(int index) => Unsafe.BitCast<int, TLabel>(index);

    private static ModelGenException NotAnEnumOfLabels(string expected, string actual) => new(
        "The enum and the names don't describe the same classes", expected, actual, typeof(TLabel).Name,
        "Let the enum have the values 0, 1, 2, … in the order of the model's scores, and give one name for each.");
}
