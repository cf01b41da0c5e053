using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>Throughput with 1 to 64 callers: ModelGen against the best configuration by hand that a search finds.</summary>
/// <remarks>The search is coarse; its first three then take turns with ModelGen, with the same session options and with none set.</remarks>
internal static class CallersComparison
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "callers";

    private const int SearchRounds = 5;
    private const int Rounds = 41;
    private const int Finalists = 3;

    private static readonly int[] s_callers = [1, 2, 4, 16, 64];

    public static void Run(string[] models)
    {
        foreach (LoadCase model in LoadCase.Chosen(models))
        {
            Console.WriteLine(model.Name);
            foreach (int callers in s_callers)
                Compare(model, callers);
        }
    }

    private static void Compare(LoadCase model, int callers)
    {
        HandConfiguration[] configurations = [.. HandConfiguration.All];
        HandServer[] byHand = [.. configurations.Select(configuration => new HandServer(model.Info, model.InputDims, model.OutputDims, configuration))];
        Action[] all = [.. byHand.Select(server => (Action)(() => server.Call(model.Numbers)))];
        double[][] found = Rates(callers, all, model.Turn, SearchRounds);
        int[] best = [.. Enumerable.Range(0, all.Length).OrderByDescending(side => Quantiles.Median(found[side])).Take(Finalists)];

        HandConfiguration first = configurations[best[0]];
        using LoadedCase plain = model.Load(new ModelOptions());
        using LoadedCase same = model.Load(new ModelOptions { IntraOpThreads = first.Threads, AllowSpinning = first.Spins });
        double[][] rates = Rates(callers, [.. best.Select(side => all[side]), same.Call, plain.Call], model.Turn, Rounds);
        Print(callers, [.. best.Select(side => $"by hand: {configurations[side]}"), $"ModelGen: {first.Session}", "ModelGen as it comes"], rates);
        foreach (HandServer server in byHand)
            server.Dispose();
    }

    private static double[][] Rates(int callers, Action[] sides, TimeSpan turn, int rounds)
    {
        double[][] rates = [.. sides.Select(_ => new double[rounds])];
        int[] order = [.. Enumerable.Range(0, sides.Length)];
        Random random = new(rounds);
        for (int round = -1; round < rounds; round++)
        {
            // Another order in each round, so that none always follows the same neighbour.
            random.Shuffle(order);
            foreach (int side in order)
            {
                double rate = Callers.Rate(callers, turn, sides[side]);
                if (round >= 0)
                    rates[side][round] = rate;
            }
        }
        return rates;
    }

    private static void Print(int callers, string[] names, double[][] rates)
    {
        int best = Enumerable.Range(0, Finalists).MaxBy(side => Quantiles.Median(rates[side]));
        Console.WriteLine($"  {callers} callers");
        for (int side = 0; side < names.Length; side++)
        {
            double[] ratios = [.. rates[side].Zip(rates[best], (mine, other) => mine / other)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"    {names[side],-60} {(side == best ? "the best of these by hand" : $"{Quantiles.Median(ratios):0.000} of the best by hand (quartiles {Quantiles.At(ratios, 0.25):0.000}–{Quantiles.At(ratios, 0.75):0.000})")}"));
        }
    }
}
