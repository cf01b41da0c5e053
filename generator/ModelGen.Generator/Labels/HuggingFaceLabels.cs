using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using JsonValue = Google.Protobuf.WellKnownTypes.Value;

namespace ModelGen.Generator;

/// <summary>Reads <c>id2label</c> of a Hugging Face <c>config.json</c>. Never throws.</summary>
internal static class HuggingFaceLabels
{
    /// <summary>The file's usual name.</summary>
    internal const string FileName = "config.json";

    /// <summary>The labels by index; neither labels nor a problem when the file has no <c>id2label</c>. Generic ones, as <c>LABEL_0</c>, are kept.</summary>
    /// <param name="configJson">The whole file.</param>
    /// <param name="fileName">What to call the file in messages.</param>
    internal static LabelsResult Read(string configJson, string fileName = FileName)
    {
        string name = XmlText.Plain(fileName);
        (Struct? json, ModelGen.Onnx.Problem? malformed) = SidecarJson.Parse(configJson, fileName);
        if (json is null)
            return new LabelsResult(null, malformed);
        if (!json.Fields.TryGetValue("id2label", out JsonValue? value) || value.KindCase is JsonValue.KindOneofCase.NullValue)
            return new LabelsResult(null, null);
        if (value.KindCase != JsonValue.KindOneofCase.StructValue)
            return LabelsResult.Unreadable($$"""{{name}}: 'id2label' should be an object from index to label, as {"0": "cat", "1": "dog"}.""");

        var fields = value.StructValue.Fields;
        if (fields.Count == 0)
            return LabelsResult.Unreadable($"{name}: 'id2label' is empty. Write a label for each class, or remove it.");
        var labels = new string?[fields.Count];
        foreach (KeyValuePair<string, JsonValue> entry in fields)
        {
            if (!int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index >= labels.Length)
                return LabelsResult.Unreadable(FormattableString.Invariant($"{name}: 'id2label' has the key '{XmlText.Plain(entry.Key, 60)}', but its {labels.Length} keys should be the class indices 0 to {labels.Length - 1}."));
            if (entry.Value.KindCase != JsonValue.KindOneofCase.StringValue)
                return LabelsResult.Unreadable(FormattableString.Invariant($"{name}: 'id2label' gives no text for class {index}. Write the label in quotes."));
            if (labels[index] is not null)
                return LabelsResult.Unreadable(FormattableString.Invariant($"{name}: 'id2label' has class {index} twice, the second time as '{XmlText.Plain(entry.Key, 60)}'."));
            labels[index] = entry.Value.StringValue;
        }
        return LabelsResult.Of(labels!);
    }
}
