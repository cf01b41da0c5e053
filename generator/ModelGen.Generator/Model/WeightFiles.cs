using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Checks that weights in files of their own travel to the output folder with the model.</summary>
internal static class WeightFiles
{
    internal static void Check(ModelItem item, ModelFacts facts, ProblemList problems)
    {
        // Without a stamp there was no build that could have copied anything: a host without MSBuild.
        if (item.Stamp.Length == 0)
            return;
        foreach (string file in facts.ExternalFiles.Where(file => !item.WeightFiles.Contains(file)))
        {
            string name = Printable.Line(file);
            string folder = Path.GetDirectoryName(item.OutputFile)?.Replace('\\', '/') is { Length: > 0 } path ? path + "/" : "";
            problems.Add(
                Rules.ExternalNotCopied,
                $"the weights lie in '{name}', which the build does not copy by itself. Add to the project: <None Include=\"{name}\" Link=\"{folder}{name}\" CopyToOutputDirectory=\"IfDifferent\" />.");
        }
    }
}
