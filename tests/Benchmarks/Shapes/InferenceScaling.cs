using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Google.Protobuf;
using ModelGen.Onnx;
using ModelGen.Onnx.Wire;

namespace ModelGen.Benchmarks;

/// <summary>
/// What inference takes for each node of transformers of 1,000 to 100,000 nodes, warm: alone, and with the reading of the file. With the path of a Python
/// that has the onnx package, <c>onnx.shape_inference</c> runs on the same files.
/// </summary>
internal static class InferenceScaling
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "inference";

    private const int Rounds = 15;

    // Enough for the compiler's last tier.
    private const int WarmNodes = 300_000;

    // infer_shapes with data_prop on a parsed model; parsing stays outside, as it does for the first column here.
    private const string Script = """
        import sys, time, onnx
        model = onnx.load(sys.argv[1])
        for name, size in (("batch", 1), ("seq", 16)):
            for value in model.graph.input:
                for dim in value.type.tensor_type.shape.dim:
                    if dim.dim_param == name: dim.dim_value = size
        times = []
        for _ in range(int(sys.argv[2])):
            start = time.perf_counter(); onnx.shape_inference.infer_shapes(model, data_prop=True); times.append(time.perf_counter() - start)
        print(sorted(times)[len(times) // 2] * 1000)
        """;

    private static readonly int[] s_nodes = [1_000, 2_000, 10_000, 100_000];

    /// <summary>Compares; the one argument is the Python to measure against.</summary>
    public static void Run(string[] args)
    {
        string folder = Directory.CreateTempSubdirectory("modelgen-").FullName;
        try
        {
            Console.WriteLine($"Garbage collection: {(GCSettings.IsServerGC ? "server" : "workstation")}");
            Console.WriteLine("| nodes | inference | of it, pauses | per node without pauses | allocated | reading and inference | onnx.shape_inference |");
            Console.WriteLine("|---|---|---|---|---|---|---|");
            // Lets the compiler finish with the hot paths first.
            Measure(TransformerModel.Create(s_nodes[1]));
            foreach (int nodes in s_nodes)
                Console.WriteLine(Row(nodes, folder, args));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Row(int nodes, string folder, string[] args)
    {
        ModelProto model = TransformerModel.Create(nodes);
        int count = model.Graph.Node.Count;
        Timing inference = Measure(model);
        string path = Path.Combine(folder, $"transformer{nodes}.onnx");
        File.WriteAllBytes(path, model.ToByteArray());
        ShapeFixes fixes = ShapeFixes.Parse("tokens=1x16");
        Timing reading = Timing.Of(() => Check(ModelReader.Read(path, fixes, CancellationToken.None).Facts!.Outputs[0].Type.ToText()), Rounds);
        string peer = args.Length > 0 ? Python(args[0], path, nodes > 10_000 ? 3 : Rounds) : "–";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {count:N0} | {inference.Milliseconds:F2} ms | {inference.Pauses:F2} ms | {(inference.Milliseconds - inference.Pauses) / count * 1e6:F0} ns | {inference.Allocated / 1e6:F1} MB | {reading.Milliseconds:F1} ms | {peer} |");
    }

    private static Timing Measure(ModelProto model)
    {
        ShapeFixes fixes = ShapeFixes.Parse("tokens=1x16");
        var parsed = new ParsedModel(model, null, 0);
        void Infer() => Check(new InferredShapes().Resolve(parsed, fixes, new ProblemBag(), CancellationToken.None).Outputs[0].ToText());
        for (int warm = 0; warm < WarmNodes; warm += model.Graph.Node.Count)
            Infer();
        return Timing.Of(Infer, Rounds);
    }

    private static void Check(string output)
    {
        if (output != "float32 1×16×64")
            throw new InvalidOperationException($"Expected float32 1×16×64, got {output}.");
    }

    private static string Python(string python, string path, int rounds)
    {
        ProcessStartInfo start = new(python) { RedirectStandardOutput = true, ArgumentList = { "-c", Script, path, rounds.ToString(CultureInfo.InvariantCulture) } };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.TryParse(output, CultureInfo.InvariantCulture, out double milliseconds) ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F1} ms") : "failed";
    }
}
