using System.Globalization;

namespace ModelGen.Fuzzing;

/// <summary>What a run is asked for.</summary>
internal sealed record Options
{
    /// <summary>How to call the program.</summary>
    public const string Usage = """
        dotnet run -c Release --project tests/Fuzzing -- [--count N] [--seed N] [--from N] [--only MUTATOR] [--out FOLDER] [--replay FILE]
          --count N     mutants to make; 10,000 by default
          --seed N      the run's seed; the same seed makes the same mutants
          --from N      the number of the first mutant, to repeat one of an earlier run
          --only M      one mutator by name: BitFlips, WireMutator, TensorMutator, …
          --out FOLDER  where failing files go; artifacts/fuzz by default
          --replay FILE reads that file instead, as it is and with 50 chance shapes
        """;

    public int Count { get; init; } = 10_000;
    public int Seed { get; init; } = 1;
    public int From { get; init; }
    public string? Only { get; init; }
    public string Out { get; init; } = Path.Combine("artifacts", "fuzz");
    public string? Replay { get; init; }

    /// <summary>Reads the command line; null when it is wrong.</summary>
    public static Options? Parse(string[] args)
    {
        var options = new Options();
        for (int i = 0; i + 1 < args.Length; i += 2)
        {
            string value = args[i + 1];
            int number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : -1;
            Options? next = args[i] switch
            {
                "--count" when number >= 0 => options with { Count = number },
                "--seed" when number >= 0 => options with { Seed = number },
                "--from" when number >= 0 => options with { From = number },
                "--only" when Mutators.All.Any(entry => entry.Name == value) => options with { Only = value },
                "--out" => options with { Out = value },
                "--replay" => options with { Replay = value },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }
        return args.Length % 2 == 0 ? options : null;
    }
}
