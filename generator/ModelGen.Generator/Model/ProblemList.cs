using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Gathers the problems of one model: all, not the first only.</summary>
internal sealed class ProblemList(IEnumerable<Problem> found)
{
    private readonly List<Problem> _problems = [.. found];

    public bool HasErrors => _problems.Any(problem => problem.Rule.Severity == ProblemSeverity.Error);

    public bool Has(ProblemRule rule) => _problems.Any(problem => problem.Rule == rule);

    public void Add(ProblemRule rule, string message) => _problems.Add(new Problem(rule, message));

    public void AddRange(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    public EquatableArray<Problem> ToArray() => new(_problems.Distinct());
}
