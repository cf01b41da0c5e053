using System.Text.Json;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>The key <c>details</c> of <c>inspect --json</c>.</summary>
internal static class InspectJsonDetails
{
    /// <summary>Writes the object.</summary>
    internal static void Write(Utf8JsonWriter json, InspectReport report, ModelFacts facts)
    {
        Inspection inspection = report.Inspection;
        json.WriteStartObject("details");
        json.WriteNumber("ir_version", facts.IrVersion);
        json.WriteStartObject("opsets");
        foreach (IGrouping<string, OpsetImport> opset in facts.Opsets.GroupBy(opset => opset.Domain))
            json.WriteNumber(opset.Key, opset.First().Version);
        json.WriteEndObject();
        json.WriteString("producer", facts.Producer);
        json.WriteString("sha256", report.Sha256);
        json.WriteNumber("file_bytes", facts.FileLength);
        JsonText.Strings(json, "external_files", facts.ExternalFiles);
        json.WriteNumber("parameters", facts.ParameterCount);
        JsonText.Number(json, "weight_bytes", inspection.WeightBytes);
        JsonText.Number(json, "activation_bytes", inspection.ActivationBytes);
        JsonText.Number(json, "memory_bytes", report.MemoryBytes);
        json.WriteStartObject("operators");
        foreach (OperatorCount count in inspection.Operators)
            json.WriteNumber(count.Operator, count.Count);
        json.WriteEndObject();
        JsonText.Values(json, "declared_inputs", facts.Inputs.Select(input => input.Name).Zip(inspection.DeclaredInputs));
        JsonText.Values(json, "declared_outputs", facts.Outputs.Select(fact => fact.Name).Zip(inspection.DeclaredOutputs));
        json.WriteStartObject("fixed_dims");
        foreach (FixedDim dim in facts.FixedDims)
            json.WriteNumber(dim.Name, dim.Size);
        json.WriteEndObject();
        Open(json, report, facts);
        json.WriteEndObject();
    }

    private static void Open(Utf8JsonWriter json, InspectReport report, ModelFacts facts)
    {
        json.WriteStartArray("open_dims");
        foreach (OpenDim dim in OpenDim.All(facts))
        {
            json.WriteStartObject();
            json.WriteString("name", dim.Name);
            json.WriteBoolean("of_input", dim.OfInput);
            JsonText.Strings(json, "places", dim.Places);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        FixLines lines = new(report.Path, facts, report.Fixes);
        json.WriteString("fix_with", lines.IsNeeded ? lines.Metadata : null);
    }
}
