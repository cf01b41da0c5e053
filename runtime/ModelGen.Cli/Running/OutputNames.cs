using System.Text;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Names the files of outputs, and sees to it that no two share one.</summary>
internal static class OutputNames
{
    // Linux keeps names of a different case apart; Windows and macOS do not.
    private static readonly StringComparer s_sameFile = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The output's name with <c>_</c> for every character outside <c>[A-Za-z0-9._-]</c>. With <c>.npy</c> behind it never leads out of a folder.</summary>
    internal static string Stem(string name)
    {
        StringBuilder stem = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
            stem.Append(rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '.' or '_' or '-') ? (char)rune.Value : '_');
        return stem.ToString();
    }

    /// <summary>Stops before the run where two outputs would go into one file.</summary>
    /// <exception cref="UserFault">They would.</exception>
    internal static void Check(ModelFacts facts)
    {
        Dictionary<string, string> taken = new(s_sameFile);
        foreach (OutputFact output in facts.Outputs)
        {
            if (!taken.TryAdd(Stem(output.Name), output.Name))
                throw Collision(taken[Stem(output.Name)], output.Name, Stem(output.Name) + ".npy");
        }
        foreach (OutputFact sequence in facts.Outputs.Where(output => Unwrap(output.Type) is SequenceType))
        {
            // Its elements go to NAME.0.npy, NAME.1.npy, …
            string stem = Stem(sequence.Name) + ".";
            foreach ((string other, string name) in taken)
                if (other.Length > stem.Length && s_sameFile.Equals(other[..stem.Length], stem) && other[stem.Length..].All(char.IsAsciiDigit))
                    throw Collision(sequence.Name, name, other + ".npy");
        }
    }

    /// <summary>The type, seen through an optional.</summary>
    internal static Onnx.ValueType Unwrap(Onnx.ValueType type) => type is OptionalType optional ? optional.Element : type;

    private static UserFault Collision(string one, string other, string file) =>
        new($"The outputs {Printable.Quote(one)} and {Printable.Quote(other)} would both be written to {file}. Rename one of them in the model.");
}
