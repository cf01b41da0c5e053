extern alias runtime;

using System.Globalization;
using System.Text.Json;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;
using Spectre.Console;

namespace ModelGen.Cli;

/// <summary>Writes the results of <c>compare</c>.</summary>
internal static class CompareOutput
{
    /// <summary>One JSON object. Infinite numbers are null, as JSON has none.</summary>
    internal static void WriteJson(TextWriter output, CompareRequest request, EngineComparison comparison) => JsonText.Write(output, json =>
    {
        json.WriteString("model", request.Path);
        if (request.Against is not null)
            json.WriteString("against", request.Against);
        json.WriteString("reference", comparison.Reference);
        json.WriteNumber("samples", comparison.Samples);
        json.WriteNumber("seed", request.Seed);
        json.WriteNumber("tolerance", comparison.Tolerance);
        json.WriteBoolean("within", comparison.Within);
        json.WriteStartArray("variants");
        foreach (VariantDifference variant in comparison.Variants)
        {
            json.WriteStartObject();
            json.WriteString("name", variant.Name);
            json.WriteBoolean("within", variant.Within);
            json.WriteStartArray("outputs");
            foreach (ValueDifference value in variant.Outputs)
                Value(json, value, comparison.Tolerance);
            json.WriteEndArray();
            if (request.Nodes)
                Node(json, variant, comparison.Tolerance);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>A page.</summary>
    internal static void WritePage(Surroundings surroundings, CompareRequest request, EngineComparison comparison)
    {
        TextWriter output = surroundings.Output;
        string samples = comparison.Samples == 1 ? "1 sample" : $"{Units.Count(comparison.Samples)} samples";
        output.WriteLine($"{Printable.Line(Path.GetFileName(request.Path))} against its results on {Printable.Line(comparison.Reference)}, {samples}, tolerance {Units.Value(comparison.Tolerance)}");
        foreach (VariantDifference variant in comparison.Variants)
        {
            output.WriteLine();
            output.WriteLine($"{Printable.Line(variant.Name)}: {(variant.Within ? "within the tolerance" : "beyond the tolerance")}");
            surroundings.OutputConsole.Write(Table(variant, comparison.Tolerance));
            if (request.Nodes)
                output.WriteLine(Words(variant));
        }
        output.Flush();
    }

    private static Table Table(VariantDifference variant, double tolerance)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumn("output");
        foreach (string header in new[] { "max abs", "mean abs", "max rel", "mean rel", "cosine", "same top" })
            table.AddColumn(header, column => column.RightAligned().NoWrap());
        table.AddColumn("");
        foreach (ValueDifference value in variant.Outputs)
        {
            string[] numbers = value.Mismatch is null
                ? [Small(value.MaxAbsolute), Small(value.MeanAbsolute), Small(value.MaxRelative), Small(value.MeanRelative), Cosine(value.Cosine), Top(value)]
                : ["", "", "", "", "", ""];
            table.AddRow([new Text(Units.Name(value.Name)), .. numbers.Select(number => new Text(number)), new Text(Remark(value, tolerance))]);
        }
        return table;
    }

    private static string Remark(ValueDifference value, double tolerance)
    {
        string[] remarks =
        [
            value.Mismatch ?? (value.IsWithin(tolerance) ? "" : "beyond"),
            value.NotFiniteInReference + value.NotFinite == 0 ? "" : $"{Units.Count(value.NotFinite)} NaN or infinite, {Units.Count(value.NotFiniteInReference)} in the reference",
        ];
        return Printable.Line(string.Join("; ", remarks.Where(remark => remark.Length > 0)));
    }

    private static string Words(VariantDifference variant) => variant.FirstNode is { } found
        ? $"First node beyond it, with graph optimisations off: {Printable.Line(found.Operator)} {Printable.Quote(found.Node)}, value {Printable.Quote(found.Value.Name)}: "
            + (found.Value.Mismatch is { } mismatch ? mismatch : $"max rel {Small(found.Value.MaxRelative)}, max abs {Small(found.Value.MaxAbsolute)}") + $"; what goes in differs by {Small(found.InputError)} at most."
        : $"No node beyond it, with graph optimisations off: {Units.Count(variant.ValuesCompared)} values compared."
            + (variant.Within ? "" : " So the optimisations make the difference, or the nodes inside branches and loops.");

    private static void Node(Utf8JsonWriter json, VariantDifference variant, double tolerance)
    {
        json.WriteNumber("values_compared", variant.ValuesCompared);
        json.WritePropertyName("first_node");
        if (variant.FirstNode is not { } found)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("name", found.Node);
        json.WriteString("operator", found.Operator);
        Number(json, "input_error", found.InputError);
        json.WritePropertyName("value");
        Value(json, found.Value, tolerance);
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, ValueDifference value, double tolerance)
    {
        json.WriteStartObject();
        json.WriteString("name", value.Name);
        json.WriteBoolean("within", value.IsWithin(tolerance));
        json.WriteString("mismatch", value.Mismatch);
        json.WriteNumber("elements", value.Elements);
        json.WriteNumber("different", value.Different);
        Number(json, "max_absolute", value.MaxAbsolute);
        Number(json, "mean_absolute", value.MeanAbsolute);
        Number(json, "max_relative", value.MaxRelative);
        Number(json, "mean_relative", value.MeanRelative);
        Number(json, "cosine", value.Cosine);
        Number(json, "top_agreement", value.TopAgreement ?? double.NaN);
        JsonText.Number(json, "class_axis", value.ClassAxis);
        json.WriteNumber("not_finite_in_reference", value.NotFiniteInReference);
        json.WriteNumber("not_finite", value.NotFinite);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string property, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(property, value);
        else
            json.WriteNull(property);
    }

    private static string Small(double value) => value == 0 ? "0" : value.ToString("0.0e+0", CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal);

    // Rounded down, so that 0.9999999 is not shown as 1, but for the last bits of the sums.
    private static string Cosine(double cosine) => double.IsNaN(cosine) ? "" : (Math.Floor(cosine * 1e6 + 1e-5) / 1e6).ToString("0.000000", CultureInfo.InvariantCulture);

    private static string Top(ValueDifference value) => value.TopAgreement is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 1000) / 10:0.0} % (axis {value.ClassAxis})")
        : "";
}
