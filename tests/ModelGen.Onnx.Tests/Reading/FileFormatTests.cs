using System.Text;

namespace ModelGen.Onnx.Tests;

public sealed class FileFormatTests
{
    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 102442450\n", "Git LFS pointer for 102442450 bytes", "git lfs pull")]
    [InlineData("\uFEFF<!DOCTYPE html><html><body>Sign in</body></html>", "web page (HTML)", "resolve link")]
    [InlineData("\n  <HTML>", "web page (HTML)", "Download")]
    [InlineData("{\"error\": \"Repository not found\"}", "JSON", "config.json")]
    [InlineData("<?xml version=\"1.0\"?><net name=\"m\"/>", "XML", "OpenVINO")]
    [InlineData("<ir_version: 8, opset_import: [\"\" : 17]> g (float x) => (float y) {}", "text syntax", "onnx.save")]
    [InlineData("ir_version: 8\ngraph {\n", "text syntax", "onnx.save")]
    [InlineData("Naïve Notizen über das Modell\nzweite Zeile", "begins 'Naïve Notizen über das Modell'", "Name the .onnx file")]
    public void TextIsNamedByItsKindWithTheWayOut(string text, string kind, string advice)
    {
        string message = Reading.Of(Encoding.UTF8.GetBytes(text)).Only(Rules.Text);

        Assert.Contains(kind, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void LongTextIsTextWhereverItsLastCharacterIsCut()
    {
        for (int padding = 0; padding < 5; padding++)
        {
            byte[] text = Encoding.UTF8.GetBytes(new string('a', padding) + string.Concat(Enumerable.Repeat("ä€𝄞", 200)));
            Reading.Of(text).Only(Rules.Text);
        }
    }

    [Theory]
    [InlineData("504B0304140000000800617263686976652F646174612E706B6C", "ZIP", "export the model to ONNX")]
    [InlineData("1F8B0800000000000003", "gzip", "Unpack")]
    [InlineData("894844460D0A1A0A00", "HDF5", "Keras")]
    [InlineData("1C00000054464C3314002000", "TensorFlow Lite", "tf2onnx")]
    [InlineData("180000004F52544D0000", "ONNX Runtime's own format", ".onnx")]
    [InlineData("6674727400000000", "TensorRT engine", "built from")]
    [InlineData("4747554603000000", "GGUF", "optimum-cli")]
    [InlineData("89504E470D0A1A0A0000", "PNG", ".onnx")]
    [InlineData("FFD8FFE000104A464946", "JPEG", ".onnx")]
    [InlineData("80049542000000000000008C", "pickle", "skl2onnx")]
    [InlineData("80028A0A6CFC9C46F920", "pickle", "torch.onnx")]
    [InlineData("0A000000000000007B226122203A317D2020", "safetensors", "graph")]
    public void OtherBinaryFormatsAreNamedWithTheWayToOnnx(string hex, string kind, string advice)
    {
        string message = Reading.Of(Convert.FromHexString(hex)).Only(Rules.OtherFormat);

        Assert.Contains(kind, message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfZerosIsADownloadThatWasNeverFilled() =>
        Assert.Contains("zero bytes", Reading.Of(new byte[4096]).Only(Rules.Malformed), StringComparison.Ordinal);

    [Fact]
    public void ALoneTensorIsNotAModel()
    {
        byte[] tensor = new WireWriter().Field(1, 300).Field(1, 2).Field(2, 1).Field(8, "input"u8).Field(9, new byte[12]).ToArray();
        byte[] packed = new WireWriter().Field(1, [3, 2]).Field(2, 1).Field(8, "input"u8).ToArray();
        byte[] scalar = new WireWriter().Field(2, 1).Field(8, "input"u8).Field(9, new byte[4]).ToArray();

        Assert.Contains("single tensor", Reading.Of(tensor).Only(Rules.NotAModel), StringComparison.Ordinal);
        Assert.Contains("single tensor", Reading.Of(scalar).Only(Rules.NotAModel), StringComparison.Ordinal);
        Assert.Contains("single tensor", Reading.Of(packed).Only(Rules.NotAModel), StringComparison.Ordinal);
    }

    [Fact]
    public void ProtobufWithoutAGraphIsNotAModel()
    {
        byte[] savedModel = new WireWriter().Field(1, 1).Field(2, [0x0A, 0x05, 0xFF, 0x80, 0x12, 0x00, 0x1A]).ToArray();

        Assert.Contains("SavedModel", Reading.Of(savedModel).Only(Rules.NotAModel), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderAMissingFileAndAnImpossibleNameAreToldApart()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("it is a folder", Reading.Of(folder.Path).Only(Rules.Unreadable), StringComparison.Ordinal);
        Assert.Contains("no such file", Reading.Of(Path.Combine(folder.Path, "a.onnx")).Only(Rules.Unreadable), StringComparison.Ordinal);
        Reading.Of("bad\0name.onnx").Only(Rules.Unreadable);
        Reading.Of("").Only(Rules.Unreadable);
        Reading.Of(folder.File("empty.onnx")).Only(Rules.Empty);
    }

    [Fact]
    public void ADeviceWithoutLengthIsNotOpened()
    {
        if (!OperatingSystem.IsWindows())
            Reading.Of("/dev/zero").Only(Rules.Empty);
        else
            Reading.Of(@"\\.\NUL\x.onnx").Only(Rules.Unreadable);
    }
}
