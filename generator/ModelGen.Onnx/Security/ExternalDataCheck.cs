using System.Globalization;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>MG1010, MG1011 and MG1012: where a tensor's data lies outside the .onnx file, is the place allowed, there, and long enough?</summary>
internal sealed class ExternalDataCheck(ExternalFolder folder, ProblemBag problems)
{
    /// <summary>Checks one tensor.</summary>
    /// <param name="use">A tensor with external data.</param>
    /// <param name="elements">The elements that its dims make.</param>
    public void Check(TensorUse use, long elements)
    {
        var entries = new Dictionary<string, string>();
        foreach (StringStringEntryProto entry in use.Tensor.ExternalData)
        {
            // Readers differ in which of two they take: one could be shown to the check, the other used.
            if (entries.ContainsKey(entry.Key))
            {
                Add(Rules.ExternalOutside, use, $"states its {Printable.Quote(entry.Key)} twice. Export the model again.");
                return;
            }
            entries.Add(entry.Key, entry.Value);
        }

        if (!entries.TryGetValue("location", out string location) || location.Length == 0)
        {
            Add(Rules.ExternalMissing, use, "keeps its data in another file but names none. Export the model again.");
            return;
        }

        ExternalFile file = folder.Find(location, out bool first);
        if (file.Rule is not null)
        {
            if (first)
                Add(file.Rule, use, $"keeps its data in {Printable.Quote(location)}, which {file.Fault}. {Advice(file.Rule)}");
            return;
        }
        CheckRange(use, entries, location, file.Length, elements);
    }

    private void CheckRange(TensorUse use, Dictionary<string, string> entries, string location, long? fileLength, long elements)
    {
        long? offset = Number(entries, "offset") ?? (entries.ContainsKey("offset") ? null : 0);
        long? length = Number(entries, "length");
        if (offset is null || (length is null && entries.ContainsKey("length")))
        {
            Add(Rules.ExternalRange, use, "states an offset or length that is not a number from 0. Export the model again.");
            return;
        }

        long? needed = ((ElementType)use.Tensor.DataType).Bits() is int bits ? TensorSize.Bytes(elements, bits) : null;
        if (length is not null && needed is not null && length != needed)
        {
            Add(Rules.InitializerSize, use, string.Format(CultureInfo.InvariantCulture,
                "needs {0} bytes by its dims but states {1} in {2}. Export the model again.", needed, length, Printable.Quote(location)));
        }
        else if (fileLength is long available && (offset > available || (length ?? needed ?? 0) > available - offset))
        {
            Add(Rules.ExternalRange, use, string.Format(CultureInfo.InvariantCulture,
                "lies at byte {0} with {1} bytes, but {2} has only {3} bytes. Download or export both files again.", offset, length ?? needed ?? 0, Printable.Quote(location), available));
        }
    }

    private static long? Number(Dictionary<string, string> entries, string key) =>
        entries.TryGetValue(key, out string text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string Advice(ProblemRule rule) => rule == Rules.ExternalMissing
        ? "Put the file beside the model, where it was when the model was exported."
        : "Files with weights must lie in the model's own folder or below it: save the model again with onnx.save_model(…, location='weights.bin').";

    private void Add(ProblemRule rule, TensorUse use, string rest) =>
        problems.Add(rule, () => use.Sentence(rest), use.DescribeNode);
}
