using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads the JSON files that lie beside models. Never throws.</summary>
internal static class SidecarJson
{
    /// <summary>The file's object, or what is wrong with it and where.</summary>
    /// <param name="text">The whole file; a byte order mark in front is fine.</param>
    /// <param name="fileName">What to call it in the message.</param>
    internal static (Struct? Json, Problem? Problem) Parse(string text, string fileName)
    {
        using var reader = new PositionReader(text.TrimStart('\uFEFF'));
        try
        {
            // Protobuf's reader is at hand, strict, and refuses deep nesting; a second JSON library would have to travel with the generator.
            return (JsonParser.Default.Parse<Struct>(reader), null);
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // InvalidJsonException and InvalidProtocolBufferException are IOExceptions; the others guard against the reader's own slips.
            string message = $"{XmlText.Plain(fileName)} is not a JSON object, at {reader.Position}: {XmlText.Plain(e.Message)} Mend the file, or export it again.";
            return (null, new Problem(PreprocessingRules.SidecarMalformed, message));
        }
    }
}
