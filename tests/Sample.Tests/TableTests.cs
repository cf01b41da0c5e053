using System.Globalization;

namespace SampleApp.Tests;

public class TableTests
{
    [Fact]
    public async Task WithoutArgumentsTheFourPhotosAreClassifiedAsInPython()
    {
        SampleRun run = await Sample.Run();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (string photo in Expected.Photos)
        {
            int row = Array.FindIndex(run.OutputLines, line => line.StartsWith(photo, StringComparison.Ordinal));
            Assert.True(row >= 0, $"No row for {photo} in:\n{run.Output}");
            var expected = Expected.Of(photo);
            for (int rank = 0; rank < 3; rank++)
                AssertRow(run.OutputLines[row + rank], rank == 0 ? photo : "", expected[rank].Label, expected[rank].Probability);
        }
    }

    [Fact]
    public async Task OneLineSaysWhatRan()
    {
        string line = (await Sample.Run("--top", "1")).OutputLines[0];

        Assert.StartsWith("efficientnet-lite0: image float32 1×3×224×224 → logits float32 1×1000.", line, StringComparison.Ordinal);
        Assert.Contains("RGB; shorter side to 256 (Pillow bicubic); centre 224×224", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("NO_COLOR=1")]
    [InlineData("CI=true")]
    [InlineData("TERM=xterm-256color")]
    public async Task InAPipeNothingMovesTheCursorAndNoNameIsFolded(string? environment)
    {
        using TemporaryFolder folder = new();
        string path = folder.Copy("coffee.jpg", new string('n', 120) + ".jpg");

        SampleRun run = await Sample.Run([path, Sample.Photos, "--top", "1"], whileRunning: null, environment);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Contains(run.OutputLines, line => line.StartsWith(path, StringComparison.Ordinal) && line.Contains("espresso", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TopSaysHowManyLabelsAPictureGets()
    {
        SampleRun run = await Sample.Run(Path.Combine(Sample.Photos, "chelsea.png"), "--top", "5");

        Assert.All(Expected.Of("chelsea.png"), expected => Assert.Contains(expected.Label, run.Output, StringComparison.Ordinal));
        Assert.Contains("window screen", run.Output, StringComparison.Ordinal);
    }

    private static void AssertRow(string line, string photo, string label, double probability)
    {
        string prefix = photo.Length > 0 ? photo : label;
        Assert.StartsWith(prefix, line, StringComparison.Ordinal);
        string[] numbers = line[(line.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(100 * probability, double.Parse(numbers[0], CultureInfo.InvariantCulture), 100 * Expected.Tolerance);
        // Decode, preprocess and inference stand on a picture's first row.
        Assert.Equal(photo.Length > 0 ? 4 : 1, numbers.Length);
        Assert.All(numbers[1..], time => Assert.InRange(double.Parse(time, CultureInfo.InvariantCulture), 0.001, 60_000));
    }
}
