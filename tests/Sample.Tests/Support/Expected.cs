using System.Text.Json;

namespace SampleApp.Tests;

/// <summary>What the model answers in Python: models/efficientnet-lite0/expected.json.</summary>
internal static class Expected
{
    /// <summary>The file rounds to four digits, and processors differ in the last bits of a sum.</summary>
    internal const double Tolerance = 0.005;

    internal static string[] Photos { get; } = ["astronaut.jpg", "chelsea.png", "coffee.jpg", "rocket.jpg"];

    /// <summary>The best classes of a photo, the best first.</summary>
    internal static (int Class, string Label, double Probability)[] Of(string photo)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "expected.json")));
        return [.. json.RootElement.GetProperty("top5").GetProperty(photo).EnumerateArray().Select(
            entry => (entry.GetProperty("index").GetInt32(), entry.GetProperty("name").GetString()!, entry.GetProperty("probability").GetDouble()))];
    }
}
