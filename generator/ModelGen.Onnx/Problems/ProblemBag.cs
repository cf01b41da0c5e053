using System.Globalization;

namespace ModelGen.Onnx;

/// <summary>Gathers the problems of one model. A broken file can have millions: each rule tells its first ones and counts the rest.</summary>
internal sealed class ProblemBag
{
    /// <summary>The problems that one rule tells in full.</summary>
    public const int PerRule = 10;

    private readonly List<Problem> _problems = [];
    private readonly Dictionary<string, (ProblemRule Rule, int Count)> _counts = [];

    /// <summary>Whether an error came so far.</summary>
    public bool HasErrors => _counts.Values.Any(entry => entry.Rule.Severity == ProblemSeverity.Error);

    /// <summary>Whether the rule's problems are still told in full; a caller may save itself the work otherwise.</summary>
    public bool Wants(ProblemRule rule) => !_counts.TryGetValue(rule.Id, out (ProblemRule, int Count) entry) || entry.Count < PerRule;

    /// <summary>Adds a problem.</summary>
    /// <param name="rule">The rule that was broken.</param>
    /// <param name="message">The message; made printable here.</param>
    /// <param name="node">The node as <see cref="Describe.Node"/> gives it; null when none is concerned.</param>
    public void Add(ProblemRule rule, string message, string? node = null) => Add(rule, () => message, () => node);

    /// <summary>Adds a problem whose message is made only if it is told in full; what is named may be a million times.</summary>
    /// <param name="rule">The rule that was broken.</param>
    /// <param name="message">Makes the message; made printable here.</param>
    /// <param name="node">Makes the node's name; null when none is concerned.</param>
    public void Add(ProblemRule rule, Func<string> message, Func<string?>? node = null)
    {
        int count = _counts.TryGetValue(rule.Id, out (ProblemRule, int Count) entry) ? entry.Count : 0;
        _counts[rule.Id] = (rule, count + 1);
        if (count < PerRule)
            _problems.Add(new Problem(rule, Printable.Line(message()), node?.Invoke()));
    }

    /// <summary>Adds problems that are told already.</summary>
    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
            Add(problem.Rule, problem.Message, problem.Node);
    }

    /// <summary>The problems in the order they were found, then a line for each rule that had more.</summary>
    public EquatableArray<Problem> ToArray() => new(_problems.Concat(_counts.Values
        .Where(entry => entry.Count > PerRule)
        .Select(entry => new Problem(entry.Rule, string.Format(CultureInfo.InvariantCulture,
            "{0:N0} more like the {1} above: {2}.", entry.Count - PerRule, PerRule, entry.Rule.Title)))));
}
