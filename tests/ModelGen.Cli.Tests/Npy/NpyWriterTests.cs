using System.Text;
using CsCheck;

namespace ModelGen.Cli.Tests;

public class NpyWriterTests
{
    private static readonly NpyType[] s_types =
        [new('f', 2), new('f', 4), new('f', 8), new('i', 1), new('i', 2), new('i', 4), new('i', 8), new('u', 1), new('u', 2), new('u', 4), new('u', 8)];

    [Fact]
    public void WhatIsWrittenIsReadAgain() => Gen.Int[0, s_types.Length - 1].Select(i => s_types[i]).Select(Gen.Long[0, 4].Array[0, 5]).SelectMany((type, shape) =>
        Gen.Byte.Array[(int)(shape.Aggregate(1L, (product, dim) => product * dim) * type.Bytes)].Select(data => new NpyArray(type, shape, data))).Sample(array =>
    {
        NpyArray read = NpyFile.Read(NpyFile.Write(array));
        return read.Type == array.Type && read.Shape.SequenceEqual(array.Shape) && read.Data.SequenceEqual(array.Data);
    });

    [Fact]
    public void TextThatIsWrittenIsReadAgain() => Gen.Int[0, 3].Select(i => "aé漢\u0007"[i]).Array[0, 5].Select(characters => new string(characters) + "\U0001F600").Array[0, 6].Sample(strings =>
        NpyFile.Read(NpyFile.Write(new NpyArray(new NpyType('U', 0), [strings.Length], strings))).Strings.SequenceEqual(strings));

    [Theory]
    [InlineData("'descr': '<f4'", "'shape': (), }", 'f', 4)]
    [InlineData("'descr': '|b1'", "'shape': (3,), }", 'b', 1, 3L)]
    [InlineData("'descr': '<i8'", "'shape': (2, 3), }", 'i', 8, 2L, 3L)]
    public void TheHeaderIsThatOfNumPyAndItsLengthAMultipleOf64(string descr, string shape, char kind, int size, params long[] dims)
    {
        byte[] data = new byte[dims.Aggregate(1L, (product, dim) => product * dim) * size];
        byte[] file = NpyFile.Write(new NpyArray(new NpyType(kind, size), dims, data));

        string header = Encoding.Latin1.GetString(file, 10, file.Length - 10 - data.Length);
        Assert.Equal(0, (file.Length - data.Length) % 64);
        Assert.StartsWith("{" + descr + ", 'fortran_order': False, " + shape, header, StringComparison.Ordinal);
        Assert.EndsWith("\n", header, StringComparison.Ordinal);
    }
}
