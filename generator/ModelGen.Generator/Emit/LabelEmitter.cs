using System.Globalization;

namespace ModelGen.Generator;

/// <summary>Writes a model's classes: their names as strings and as an enum.</summary>
internal static class LabelEmitter
{
    internal static void Write(CodeWriter writer, ClassSpec classes)
    {
        string count = classes.Names.Count.ToString("N0", CultureInfo.InvariantCulture);
        writer.Line($"/// <summary>The names of the {count} classes, in the model's order.</summary>");
        using (writer.Block("public static M::LabelSet<Label> Labels { get; } = new(new[]", "});"))
        {
            foreach (string label in classes.Names)
                writer.Line(CSharpLiterals.Text(label) + ",");
        }
        writer.Blank();
        writer.Line($"/// <summary>The {count} classes, in the model's order.</summary>");
        using (writer.Block("public enum Label"))
        {
            for (int i = 0; i < classes.Members.Count; i++)
            {
                writer.Line($"/// <summary>{XmlText.Line(classes.Names[i])}.</summary>");
                writer.Line($"{classes.Members[i]} = {i.ToString(CultureInfo.InvariantCulture)},");
            }
        }
    }
}
