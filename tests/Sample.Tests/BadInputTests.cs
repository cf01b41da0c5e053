using System.Text.Json;

namespace SampleApp.Tests;

public class BadInputTests
{
    [Fact]
    public async Task ABadFileIsNamedWithItsReasonAndTheOthersAreClassified()
    {
        using TemporaryFolder folder = new();
        string text = folder.Write("a.jpg", "no picture at all");
        string good = folder.Copy("coffee.jpg", "b.jpg");
        string cut = folder.Copy("rocket.jpg", "c.jpg");
        await using (FileStream stream = File.OpenWrite(cut))
            stream.SetLength(stream.Length / 2);

        SampleRun run = await Sample.Run(folder.Path, folder.File("missing.png"), "--json", "-");

        Assert.Equal(1, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement picture = Assert.Single(json.RootElement.GetProperty("pictures").EnumerateArray());
        Assert.Equal(good, picture.GetProperty("file").GetString());
        Assert.Equal("espresso", picture.GetProperty("answers")[0].GetProperty("label").GetString());
        Assert.Equal(
            [text, cut, folder.File("missing.png")],
            json.RootElement.GetProperty("skipped").EnumerateArray().Select(skipped => skipped.GetProperty("file").GetString()!));
        Assert.Contains($"Skipped {text}: Not an image that can be decoded", run.Error, StringComparison.Ordinal);
        Assert.Contains($"Skipped {cut}: Picture incomplete", run.Error, StringComparison.Ordinal);
        Assert.Contains($"Skipped {folder.File("missing.png")}: Could not find file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyFolderIsNamedWithWhatWasLookedFor()
    {
        using TemporaryFolder folder = new();
        folder.Write("notes.txt", "not a picture by its name");

        SampleRun run = await Sample.Run(folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Skipped {folder.Path}: The folder has no pictures: looked for .jpg, .jpeg, .png, .webp, .gif, .bmp", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderIsTakenWithItsSubfoldersInTheOrderOfNames()
    {
        using TemporaryFolder folder = new();
        string[] expected =
        [
            folder.Copy("chelsea.png", "1.PNG"),
            folder.Copy("coffee.jpg", Path.Combine("2", "deep", "cup.jpeg")),
            folder.Copy("rocket.jpg", Path.Combine("3", "rocket.jpg")),
        ];
        folder.Write(Path.Combine("3", "rocket.txt"), "left alone");

        SampleRun run = await Sample.Run(folder.Path, "--csv", "-", "--top", "1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected, Csv.Read(run.Output)[1..].Select(row => row[0]));
    }

    [UnixFact]
    public async Task LinksThatLeadRoundInACircleAreNotFollowed()
    {
        using TemporaryFolder folder = new();
        string picture = folder.Copy("chelsea.png", "cat.png");
        Directory.CreateSymbolicLink(folder.File("again"), folder.Path);

        SampleRun run = await Sample.Run(folder.Path, "--csv", "-", "--top", "1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(picture, Assert.Single(Csv.Read(run.Output)[1..])[0]);
    }

    [UnixFact]
    public async Task CtrlCWritesWhatIsDone()
    {
        using TemporaryFolder folder = new();
        string csv = folder.File("results.csv"), json = folder.File("results.json");
        // Far more than can be done until the signal comes.
        string[] photos = [.. Enumerable.Repeat(Path.Combine(Sample.Photos, "chelsea.png"), 5000)];

        SampleRun run = await Sample.Run([.. photos, "--csv", csv, "--json", json], async process =>
        {
            while (!File.Exists(json) && !process.HasExited)
                await Task.Delay(50);
            await Task.Delay(500);
            using var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]);
            await kill.WaitForExitAsync();
        });

        Assert.Equal(130, run.ExitCode);
        Assert.Matches("^Stopped: [0-9]+ of 5000 pictures are done", run.Error);
        using JsonDocument report = JsonDocument.Parse(await File.ReadAllTextAsync(json));
        Assert.False(report.RootElement.GetProperty("complete").GetBoolean());
        int done = report.RootElement.GetProperty("pictures").GetArrayLength();
        Assert.InRange(done, 0, 4999);
        Assert.Equal(1 + 3 * done, Csv.Read(await File.ReadAllTextAsync(csv)).Count);
    }
}
