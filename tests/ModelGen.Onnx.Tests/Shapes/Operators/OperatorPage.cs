using System.Globalization;
using System.Text;
using ModelGen.Onnx.Operators;

namespace ModelGen.Onnx.Tests.Operators;

/// <summary>Writes docs/operators.md.</summary>
internal static class OperatorPage
{
    private const string Head = """
        # Operators

        Every operator whose shapes ModelGen infers, by family. This page is made from the operator table in `generator/ModelGen.Onnx/Shapes/Operators` by a test, which fails when it is stale.

        - **Versions** are the opset versions that define the operator anew; the rule covers each of them and those in between.
        - **Elements** says that elements of small tensors are followed through the operator (integers, bools, floats, names of open dims), so that sizes which a graph computes are known.
        - **Depends on data** names what can't be known when the program is compiled, unless the elements of the inputs are.

        An operator that is not here gives what the file declares for its outputs (`value_info`); model-local functions are inferred through their bodies. [How to add one](contributing-operators.md).

        """;

    /// <summary>The whole page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append(CultureInfo.InvariantCulture, $"\n{Counts()}\n");
        foreach (OperatorFamily family in OpTable.Families)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {family.Title}\n\n| Operator | Versions | Elements | Depends on data |\n|---|---|---|---|\n");
            foreach (Operator row in family.Operators)
            {
                string name = row.Domain == Domains.Standard ? row.Name : $"{row.Domain}.{row.Name}";
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(", ", row.Versions)} | {(row.FollowsElements ? "yes" : "")} | {row.DataDependent} |\n");
            }
        }
        return page.ToString();
    }

    private static string Counts() => string.Join(", ", OpTable.Families
        .SelectMany(family => family.Operators)
        .GroupBy(row => row.Domain)
        .OrderByDescending(domain => domain.Count())
        .Select(domain => $"{domain.Count()} of {domain.Key}")) + ".";
}
