using System.Globalization;

namespace ModelGen.Generator;

/// <summary>Writes a classifier's classes: their names as strings and as an enum.</summary>
internal static class LabelEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        if (body.Classifier is not { } classifier)
            return;
        string count = classifier.Labels.Count.ToString("N0", CultureInfo.InvariantCulture);
        writer.Line($"/// <summary>What the scores are: <see cref=\"M::ScoreKind.{classifier.Scores}\"/>.</summary>");
        writer.Line($"public static M::ScoreKind Scores => M::ScoreKind.{classifier.Scores};").Blank();
        writer.Line($"/// <summary>The names of the {count} classes, in the model's order.</summary>");
        using (writer.Block("public static M::LabelSet<Label> Labels { get; } = new(new[]", "});"))
        {
            foreach (string label in classifier.Labels)
                writer.Line(CSharpLiterals.Text(label) + ",");
        }
        writer.Blank();
        writer.Line($"/// <summary>The {count} classes, in the model's order.</summary>");
        using (writer.Block("public enum Label"))
        {
            for (int i = 0; i < classifier.Members.Count; i++)
            {
                writer.Line($"/// <summary>{XmlText.Line(classifier.Labels[i])}.</summary>");
                writer.Line($"{classifier.Members[i]} = {i.ToString(CultureInfo.InvariantCulture)},");
            }
        }
    }
}
