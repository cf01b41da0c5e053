using System.Globalization;
using System.Text.Json;

namespace SampleApp.Tests;

public class FileReportTests
{
    private static readonly string[] s_header = ["file", "rank", "class", "label", "probability", "decode_ms", "preprocess_ms", "inference_ms"];

    [Fact]
    public async Task AFolderBecomesCsvWithTheRightNumbers()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("results.csv");

        SampleRun run = await Sample.Run(Sample.Photos, "--csv", file, "--top", "5");

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains($"4 pictures are in {file}.", run.Error, StringComparison.Ordinal);
        List<string[]> rows = Csv.Read(await File.ReadAllTextAsync(file));
        Assert.Equal(s_header, rows[0]);
        Assert.Equal(1 + 4 * 5, rows.Count);
        for (int photo = 0; photo < 4; photo++)
        {
            var expected = Expected.Of(Expected.Photos[photo]);
            for (int rank = 0; rank < 5; rank++)
            {
                string[] row = rows[1 + photo * 5 + rank];
                Assert.Equal(
                    [Path.Combine(Sample.Photos, Expected.Photos[photo]), Text(rank + 1), Text(expected[rank].Class), expected[rank].Label], row[..4]);
                Assert.Equal(expected[rank].Probability, Number(row[4]), Expected.Tolerance);
                Assert.All(row[5..], time => Assert.InRange(Number(time), 0.001, 60_000));
            }
        }
    }

    [Fact]
    public async Task AFolderBecomesJsonWithTheRightNumbers()
    {
        SampleRun run = await Sample.Run(Sample.Photos, "--json", "-");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.True(json.RootElement.GetProperty("complete").GetBoolean());
        Assert.Empty(json.RootElement.GetProperty("skipped").EnumerateArray());
        JsonElement[] pictures = [.. json.RootElement.GetProperty("pictures").EnumerateArray()];
        Assert.Equal(Expected.Photos, pictures.Select(picture => Path.GetFileName(picture.GetProperty("file").GetString())));
        foreach ((JsonElement picture, string photo) in pictures.Zip(Expected.Photos))
        {
            JsonElement[] answers = [.. picture.GetProperty("answers").EnumerateArray()];
            Assert.Equal(3, answers.Length);
            foreach ((JsonElement answer, var expected) in answers.Zip(Expected.Of(photo)))
            {
                Assert.Equal(expected.Class, answer.GetProperty("class").GetInt32());
                Assert.Equal(expected.Label, answer.GetProperty("label").GetString());
                Assert.Equal(expected.Probability, answer.GetProperty("probability").GetDouble(), Expected.Tolerance);
            }
            Assert.All(
                picture.GetProperty("milliseconds").EnumerateObject(), time => Assert.InRange(time.Value.GetDouble(), 0.001, 60_000));
        }
    }

    [Theory]
    [InlineData("a, b.png")]
    [InlineData("Grüße, 猫 🐈 [bold].png")]
    [InlineData("@arguments.png")]
    [InlineData("it's; =1+1.png")]
    public async Task NamesOfFilesComeBackAsTheyAre(string name)
    {
        using TemporaryFolder folder = new();
        await AssertNameComesBack(folder.Copy("chelsea.png", name));
    }

    [UnixFact]
    public async Task NamesWithQuotesAndLineEndsComeBackAsTheyAre()
    {
        using TemporaryFolder folder = new();
        await AssertNameComesBack(folder.Copy("chelsea.png", "the \"cat\", \r\nsecond\\line\u001b[2J.png"));
    }

    [UnixFact]
    public async Task ANameCannotCommandTheTerminal()
    {
        using TemporaryFolder folder = new();

        SampleRun table = await Sample.Run(folder.Copy("chelsea.png", "\u001b[2J.png"), folder.Write("\u001b]0;title\u0007.png", "text"));

        Assert.Equal(1, table.ExitCode);
        Assert.DoesNotContain('\u001b', table.Output + table.Error);
        Assert.Contains("\uFFFD[2J.png", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CsvAndJsonCanBeWrittenAtOnce()
    {
        using TemporaryFolder folder = new();

        SampleRun run = await Sample.Run(folder.Copy("coffee.jpg", "c.jpg"), "--top", "2", "--json", folder.File("r.json"), "--csv", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, Csv.Read(run.Output).Count);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("r.json")));
        Assert.Equal(1, json.RootElement.GetProperty("pictures").GetArrayLength());
    }

    private static async Task AssertNameComesBack(string path)
    {
        SampleRun csv = await Sample.Run(path, "--csv", "-", "--top", "1");
        Assert.Equal((0, ""), (csv.ExitCode, csv.Error));
        Assert.Equal([path, "1", "282", "tiger cat"], Assert.Single(Csv.Read(csv.Output)[1..])[..4]);

        SampleRun json = await Sample.Run(path, "--json", "-", "--top", "1");
        using JsonDocument report = JsonDocument.Parse(json.Output);
        Assert.Equal(path, report.RootElement.GetProperty("pictures")[0].GetProperty("file").GetString());
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
