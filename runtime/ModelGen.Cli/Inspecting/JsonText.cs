using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Writes JSON for scripts.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The object goes into files and pipes, never into a web page: quotes and Unicode may stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one object and a line's end.</summary>
    internal static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, s_options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        output.Flush();
    }

    /// <summary>Writes an array of values with their types and shapes.</summary>
    internal static void Values(Utf8JsonWriter json, string property, IEnumerable<(string Name, Onnx.ValueType Type)> values)
    {
        json.WriteStartArray(property);
        foreach ((string name, Onnx.ValueType type) in values)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("type", TypeNames.Of(type));
            Shape(json, "shape", TypeNames.Shape(type));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes an array of strings.</summary>
    internal static void Strings(Utf8JsonWriter json, string property, IEnumerable<string> values)
    {
        json.WriteStartArray(property);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a shape: a number is known, a string symbolic, null unknown; null instead of the array is an unknown rank.</summary>
    internal static void Shape(Utf8JsonWriter json, string property, TensorShape? shape)
    {
        json.WritePropertyName(property);
        if (shape is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        foreach (Dim dim in shape.Dims)
        {
            if (dim.Size is long size)
                json.WriteNumberValue(size);
            else
                json.WriteStringValue(dim.Symbol);
        }
        json.WriteEndArray();
    }

    /// <summary>Writes a number, or null.</summary>
    internal static void Number(Utf8JsonWriter json, string property, long? value)
    {
        if (value is long number)
            json.WriteNumber(property, number);
        else
            json.WriteNull(property);
    }
}
