using CsCheck;

namespace ModelGen.Onnx.Tests;

public sealed class ShapeFixesTests
{
    [Theory]
    [InlineData("data=1x3x224x224", "data=1x3x224x224")]
    [InlineData("batch=1;height=512", "batch=1|height=512")]
    [InlineData(" batch = 1 ;\r\n\n a = 2 × ? , 4X5;", "batch=1|a=2x?x4x5")]
    [InlineData("t=", "t=")]
    [InlineData("a=b=c=1x2", "a=b=c=1x2")]
    [InlineData("'a;b'=1x3;c=2", "a;b=1x3|c=2")]
    [InlineData("\"a\nb\" = 1", "a\nb=1")]
    [InlineData("it's=1;o'clock=2", "it's=1|o'clock=2")]
    [InlineData("'tis=1", "'tis=1")]
    [InlineData("input_1:0=1x2;StatefulPartitionedCall/x=3", "input_1:0=1x2|StatefulPartitionedCall/x=3")]
    [InlineData("d=0", "d=0")]
    [InlineData("a=1;a=1", "a=1|a=1")]
    [InlineData("", "")]
    [InlineData(" ; \n;", "")]
    [InlineData(null, "")]
    public void WellFormedTextParses(string? text, string expected)
    {
        ShapeFixes fixes = ShapeFixes.Parse(text);

        Assert.Empty(fixes.Problems);
        Assert.Equal(expected, string.Join("|", fixes.Items));
    }

    [Theory]
    [InlineData("batch", "no '='")]
    [InlineData("=1x3", "no name")]
    [InlineData("''=1x3", "no name")]
    [InlineData("a=1xx3", "empty dim")]
    [InlineData("a=1x", "empty dim")]
    [InlineData("a=-1x3", "'-1'")]
    [InlineData("a=1.5", "'1.5'")]
    [InlineData("a=N", "'N'")]
    [InlineData("a=99999999999999999999", "not a whole number")]
    [InlineData("a=1 3", "'1 3'")]
    [InlineData("a=1;a=2", "contradicts 'a=1'")]
    public void MalformedTextSaysWhatIsRight(string text, string fault)
    {
        Problem problem = Assert.Single(ShapeFixes.Parse(text).Problems);

        Assert.Equal(Rules.MalformedShapes, problem.Rule);
        Assert.Contains(fault, problem.Message, StringComparison.Ordinal);
        Assert.Contains("data=1x3x224x224", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneMalformedEntryDoesNotSpoilTheOthers()
    {
        ShapeFixes fixes = ShapeFixes.Parse("a=1;b;c=3;d=?;e=x");

        Assert.Equal("a=1|c=3|d=?", string.Join("|", fixes.Items));
        Assert.Equal(2, fixes.Problems.Count);
    }

    [Fact]
    public void SeparateEntriesNeedNoQuotes()
    {
        ShapeFixes fixes = ShapeFixes.Parse(["a;b=1x2", "'q'=3"], FixTarget.Value).Append(ShapeFixes.Parse(["n=4"], FixTarget.Dim));

        Assert.Equal("a;b=1x2|'q'=3|n=4", string.Join("|", fixes.Items));
        Assert.Equal([FixTarget.Value, FixTarget.Value, FixTarget.Dim], fixes.Items.Select(fix => fix.Target));
        Assert.Contains("takes one number", ShapeFixes.Parse(["n=1x2"], FixTarget.Dim).Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhateverIsWrittenIsReadBack()
    {
        Gen<string> name = Gen.String[Gen.Char["abxX×,;=?'\" :/1\n\u2028é"], 1, 12].Where(text => text.Trim().Length > 0 && !text.Contains('"'));
        Gen<Dim> dim = Gen.OneOf(Gen.Long[0, long.MaxValue].Select(Dim.Known), Gen.Const(Dim.Unknown));
        Gen<ShapeFix> fix = Gen.Select(name, dim.Array[0, 9], (n, dims) => new ShapeFix(n, new TensorShape(new(dims))));
        fix.Array[0, 4].Where(items => items.DistinctBy(item => item.Name).Count() == items.Length).Sample(items =>
        {
            string text = string.Join(";", items.Select(item => $"\"{item.Name}\"={string.Join("x", item.Shape.Dims)}"));
            ShapeFixes fixes = ShapeFixes.Parse(text);
            return fixes.Problems.Count == 0 && fixes.Items.SequenceEqual(items);
        });
    }

    [Fact]
    public void NoTextMakesTheParserThrow() =>
        Gen.String[Gen.Char["ab=;x×,?'\" \n0129"], 0, 40].Sample(text => ShapeFixes.Parse(text).Items.Count <= text.Length);
}
