namespace Package.Tests;

/// <summary>A program for NativeAOT that uses what a server would: a container, batches of asynchronous calls, reports, a profile, a comparison and the engine cache.</summary>
internal static class NativeApp
{
    private const string Program = """
        using System.Diagnostics.Metrics;
        using System.Globalization;
        using App;
        using Microsoft.Extensions.DependencyInjection;
        using ModelGen;
        using ModelGen.Engines;

        // The static way, as in the smallest program.
        string picture = Path.Combine(AppContext.BaseDirectory, "digit-7.png");
        var result = Digits.Predict(picture);
        Say("label", result.Label);
        Say("probability", result.Probability.ToString("F4", CultureInfo.InvariantCulture));

        // From a container, with two asynchronous calls that make one batch.
        int largest = 0;
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name == "modelgen.batch.size")
                me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, size, _, _) => largest = Math.Max(largest, size));
        listener.Start();
        ServiceCollection services = new();
        services.AddModel<DigitsOpen>(options => options with { Batching = new() { MaxBatch = 2, MaxDelay = TimeSpan.FromMinutes(1) } });
        await using ServiceProvider provider = services.BuildServiceProvider();
        DigitsOpen model = provider.GetRequiredService<DigitsOpen>();
        var image = Image.Load(picture);
        var both = await Task.WhenAll(model.RunAsync(image), model.RunAsync(image));
        Say("batched", string.Join(',', both.Select(one => one.Label)));
        Say("batch", largest);

        EngineReport report = model.Engine.Report;
        Say("provider", report.Provider);
        Say("attempts", string.Join(',', report.Attempts.Select(attempt => $"{attempt.Provider}:{attempt.Taken}")));

        EngineProfile profile = model.Profile(new ProfileOptions { Runs = 2 });
        Say("runs", profile.Runs.Length);
        Say("profiled", profile.Nodes.Count(node => node.Operator == "Softmax" && node.Provider == "CPUExecutionProvider"));

        EngineComparison comparison = model.Engine.Compare([EngineVariant.Parse("cpu;optimization=off")]);
        Say("within", comparison.Within);
        Say("compared", comparison.Variants.Single().Name);

        string folder = Path.Combine(AppContext.BaseDirectory, "engines");
        Say("engines", EngineCache.Open(new EngineCacheOptions { Folder = folder }).List().Count);

        static void Say(string key, object value) => Console.WriteLine($"{key}={value}");
        """;

    /// <summary>Writes the project; gives its folder.</summary>
    public static string Write(Workshop workshop)
    {
        workshop.Write("Native/Program.cs", Program);
        ConsoleApp.AddDigits(workshop, "Native/models");
        workshop.Copy("models/digits/digits.onnx", "Native/models/digits-open.onnx");
        workshop.Copy("models/digits/samples/digit-7.png", "Native/digit-7.png");
        workshop.Project(
            "Native/Native.csproj",
            ConsoleApp.Items + """<AdditionalFiles Include="models/digits-open.onnx" />""",
            ConsoleApp.Properties + "<PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>",
            "ModelGen", "ModelGen.Skia", "Microsoft.Extensions.DependencyInjection/" + Repository.VersionOf("Microsoft.Extensions.DependencyInjection"),
            ConsoleApp.OnnxRuntime, ConsoleApp.SkiaForLinux);
        return workshop.PathOf("Native");
    }
}
