using System.Text.Json;
using ModelGen.Onnx;
using ModelGen.Preprocessing;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>What <c>preprocess</c> did, for people and for scripts.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Spec">The steps.</param>
/// <param name="Tensor">What came of them.</param>
internal sealed record PreprocessReport(PreprocessRequestArguments Request, PreprocessingSpec Spec, PreparedTensor Tensor)
{
    /// <summary>The steps in words, the tensor, and its numbers by channel.</summary>
    internal void WritePage(Surroundings surroundings)
    {
        surroundings.Output.WriteLine($"{Spec.Words}.");
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("channel");
        foreach (string header in new[] { "min", "max", "mean" })
            table.AddColumn(header, column => column.RightAligned().NoWrap());
        for (int channel = 0; channel < Tensor.Channels; channel++)
            Row(table, Name(channel), Tensor.Channel(channel));
        if (Tensor.Channels > 1)
            Row(table, "all", All);
        surroundings.OutputConsole.Write(table);
        surroundings.Output.WriteLine($"{Tensor.Type} {Tensors.Shape(Tensor.Shape)} in {Printable.Line(Request.Out)}");
        surroundings.Output.Flush();
    }

    /// <summary>The same as one object.</summary>
    internal void WriteJson(TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteString("image", Request.Image);
        json.WriteString("config", Request.Config);
        json.WriteString("file", Request.Out);
        json.WriteString("steps", Spec.Words);
        json.WriteString("type", Tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (long dim in Tensor.Shape)
            json.WriteNumberValue(dim);
        json.WriteEndArray();
        Numbers(json, All);
        json.WriteStartArray("channels");
        for (int channel = 0; channel < Tensor.Channels; channel++)
        {
            json.WriteStartObject();
            json.WriteString("name", Name(channel));
            Numbers(json, Tensor.Channel(channel));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private Summary All => Summary.Of(Tensor.Type, Tensor.Data);

    private static void Row(Table table, string name, Summary summary) =>
        table.AddRow(name, Units.Value(summary.Min), Units.Value(summary.Max), Units.Value(summary.Mean));

    private static void Numbers(Utf8JsonWriter json, Summary summary)
    {
        Number(json, "min", summary.Min);
        Number(json, "max", summary.Max);
        Number(json, "mean", summary.Mean);
    }

    // float16 can overflow, and JSON has no infinity.
    private static void Number(Utf8JsonWriter json, string property, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(property, value);
        else
            json.WriteNull(property);
    }

    private string Name(int channel) => Spec.Color switch
    {
        ImageColor.Gray => "gray",
        ImageColor.Bgr => new[] { "blue", "green", "red" }[channel],
        _ => new[] { "red", "green", "blue" }[channel],
    };
}
