namespace ModelGen.Preprocessing;

/// <summary>Guesses what somebody meant to write.</summary>
internal static class NearestName
{
    /// <summary>The option nearest to a mistyped text, or null when none is near: at most a third of its letters may be wrong.</summary>
    internal static string? Find(string mistyped, IEnumerable<string> options)
    {
        // Nobody mistypes a long word into one of our short ones; and the distance costs time that grows with the length.
        if (mistyped.Length > 40)
            return null;
        string wanted = mistyped.Trim().ToLowerInvariant();
        (string Option, int Distance)? best = null;
        foreach (string option in options)
        {
            int distance = Distance(wanted, option.ToLowerInvariant());
            if (distance <= Math.Max(1, option.Length / 3) && (best is null || distance < best.Value.Distance))
                best = (option, distance);
        }
        return best?.Option;
    }

    /// <summary>As <see cref="Find"/>, as a sentence to append to a message; empty when nothing is near.</summary>
    internal static string Hint(string mistyped, IEnumerable<string> options) =>
        Find(mistyped, options) is { } option ? $" Did you mean '{option}'?" : "";

    /// <summary>Levenshtein's distance: the fewest letters to insert, delete or change.</summary>
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
            {
                int changed = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], row[j + 1]) + 1);
            }
        }
        return row[to.Length];
    }
}
