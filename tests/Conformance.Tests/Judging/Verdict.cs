using ModelGen.Onnx;

namespace ModelGen.Conformance;

/// <summary>What came of one output of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Output">The output's name.</param>
/// <param name="Fault">What is wrong; null when nothing is.</param>
/// <param name="Operator">The operator to look at: where the dim was lost, else the one that computes the output.</param>
/// <param name="Expected">The truth in words.</param>
/// <param name="Inferred">The answer in words.</param>
/// <param name="Notes">The node that lost the dim, and the problems that the reader found; empty when there are none.</param>
internal sealed record Verdict(ModelCase Case, string Output, string? Fault, string Operator, string Expected, string Inferred, string Notes)
{
    /// <summary>One line for the person who looks into it.</summary>
    public override string ToString() =>
        $"{Case.Id}, output {Printable.Quote(Output)}: {Fault ?? "fine"}: expected {Expected}, inferred {Inferred}.{Notes}";
}
