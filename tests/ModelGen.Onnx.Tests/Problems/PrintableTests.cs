using System.Globalization;
using System.Text;
using CsCheck;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("conv1/kernel:0", "conv1/kernel:0")]
    [InlineData("größe 大小 𝄞", "größe 大小 𝄞")]
    [InlineData("a\r\nb\tc", @"a\u000D\u000Ab\u0009c")]
    [InlineData("a\u0085b\u2028c\u2029d", @"a\u0085b\u2028c\u2029d")]
    [InlineData("\u202Egnp.exe", @"\u202Egnp.exe")]
    [InlineData("\u2066\u200B\uFEFF", @"\u2066\u200B\uFEFF")]
    [InlineData("\uE000", @"\uE000")]
    [InlineData("\U000E0041", @"\uDB40\uDC41")]
    [InlineData(null, "")]
    public void WhatCannotBeSeenIsEscaped(string? text, string expected) => Assert.Equal(expected, Printable.Line(text));

    // Not as inline data: xunit passes that on as UTF-8.
    [Fact]
    public void HalvesOfCharactersAreEscaped() => Assert.Equal(@"\uD800x\uDC00", Printable.Line("\uD800x\uDC00"));

    [Fact]
    public void LongNamesAreCutBetweenCharacters()
    {
        Assert.Equal(new string('a', 79) + "…", Printable.Line(new string('a', 79) + "𝄞 and more", 80));
        Assert.Equal(new string('a', 80), Printable.Line(new string('a', 80), 80));
        Assert.Equal("'" + new string('a', 80) + "…'", Printable.Quote(new string('a', 81)));
    }

    [Fact]
    public void AnyTextBecomesOneShortPrintableLineThatStaysAsItIs()
    {
        Gen.String[Gen.Char, 0, 200].Sample(text =>
        {
            string line = Printable.Line(text, 100);
            Assert.InRange(line.Length, 0, 106);
            Assert.All(line.EnumerateRunes(), rune => Assert.False(
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
            Assert.Equal(line, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)));
            Assert.Equal(line, Printable.Line(line));
        });
    }

    [Theory]
    [InlineData("a\nerror CS0000: injected")]
    [InlineData("\u202E\u2028\0")]
    [InlineData("")]
    [InlineData("class")]
    public void HostileNamesAreReadAsTheyAreAndPrintedOnOneLine(string name)
    {
        ModelReading reading = new ModelBuilder().Input(name, 1).Node(name, name + "?", name + "!").Output(name + "!", 1).Read(name + "=5x5");

        Assert.Equal(name, reading.Facts!.Inputs[0].Name);
        Assert.Equal(name + "!", reading.Facts.Outputs[0].Name);
        Assert.NotEmpty(reading.Problems);
        Assert.All(reading.Problems, problem => Assert.DoesNotContain(problem.Message + problem.Node, char.IsControl));
    }

    [Fact]
    public void NamesThatAreNotUtf8AreReadWithReplacements()
    {
        byte[] value = new WireWriter().Field(1, [(byte)'a', 0xFF, 0xC0]).ToArray();

        ModelReading reading = Reading.Of(Bombs.Model(new WireWriter().Field(11, value).Field(12, value).ToArray()));

        Assert.Equal("a\uFFFD\uFFFD", reading.Facts!.Inputs[0].Name);
    }

    [Fact]
    public void NodesAreNamedByTheirOutputsWhenTheyHaveNoName()
    {
        Assert.Equal("Conv 'c'", Describe.Node(new NodeProto { OpType = "Conv", Output = { "", "c" } }));
        Assert.Equal("com.microsoft.Gelu 'g'", Describe.Node(new NodeProto { OpType = "Gelu", Domain = "com.microsoft", Name = "g", Output = { "c" } }));
        Assert.Equal("Relu ''", Describe.Node(new NodeProto { OpType = "Relu", Domain = "ai.onnx" }));
    }
}
