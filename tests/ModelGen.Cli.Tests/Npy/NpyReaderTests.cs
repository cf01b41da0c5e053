using System.Buffers.Binary;
using System.Text;
using CsCheck;

namespace ModelGen.Cli.Tests;

public class NpyReaderTests
{
    // numpy.save of numpy.array([[1, 2, 3], [4, 5, 6]], '<f4'), written by NumPy 2.4.6.
    private const string SavedByNumPy =
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIA/AAAAQAAAQEAAAIBAAACgQAAAwEA=";

    [Fact]
    public void AFileOfNumPysIsReadAndWrittenAgainByteForByte()
    {
        byte[] file = Convert.FromBase64String(SavedByNumPy);

        NpyArray array = NpyFile.Read(file);

        Assert.Equal((new NpyType('f', 4), "2×3"), (array.Type, Tensors.Shape(array.Shape)));
        Assert.Equal(NpyFile.Floats(1, 2, 3, 4, 5, 6), array.Data);
        Assert.Equal(file, NpyFile.Write(array));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryVersionOfTheFormatIsRead(byte version) =>
        Assert.Equal(NpyFile.Floats(7), NpyFile.Read(NpyFile.Of("<f4", false, "(1,)", NpyFile.Floats(7), version)).Data);

    [Theory]
    [InlineData("()", 0)]
    [InlineData("(4,)", 1)]
    [InlineData("(4L, 1L)", 2)]
    [InlineData("( 2 ,2, 1 )", 3)]
    public void ShapesAreTuplesAsPythonWritesThem(string shape, int rank) =>
        Assert.Equal(rank, NpyFile.Read(NpyFile.Of("|u1", false, shape, new byte[rank == 0 ? 1 : 4])).Shape.Length);

    [Fact]
    public void KeysMayComeInAnyOrderAndWithEitherQuotes() => Assert.Equal(
        new byte[] { 5 },
        NpyFile.Read(NpyFile.Of("{\"shape\": (1,), 'fortran_order':False,\"descr\":\"|u1\"}", [5])).Data);

    [Fact]
    public void BigEndianNumbersAreTurnedRound()
    {
        byte[] data = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(data, 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), -2);

        byte[] read = NpyFile.Read(NpyFile.Of(">i4", false, "(2,)", data)).Data;

        Assert.Equal((1, -2), (BitConverter.ToInt32(read), BitConverter.ToInt32(read, 4)));
    }

    [Fact]
    public void ColumnsFirstBecomeRowsFirst() => Assert.Equal(
        new byte[] { 0, 2, 4, 1, 3, 5 },
        NpyFile.Read(NpyFile.Of("|u1", true, "(2, 3)", [0, 1, 2, 3, 4, 5])).Data);

    [Fact]
    public void FortranOrderIsUndoneForAnyShape() => Gen.Int[0, 4].Array[2, 4].Sample(shape =>
    {
        int count = shape.Aggregate(1, (product, dim) => product * dim);
        byte[] fortran = new byte[count];
        for (int i = 0; i < count; i++)
        {
            int rest = i, at = 0, stride = 1;
            int[] index = new int[shape.Length];
            for (int dim = shape.Length - 1; dim >= 0; rest /= shape[dim], dim--)
                index[dim] = rest % shape[dim];
            for (int dim = 0; dim < shape.Length; stride *= shape[dim], dim++)
                at += index[dim] * stride;
            fortran[at] = (byte)i;
        }
        byte[] read = NpyFile.Read(NpyFile.Of("|u1", true, "(" + string.Join(",", shape) + ",)", fortran)).Data;
        return read.Select((value, i) => value == (byte)i).All(same => same) && read.Length == count;
    });

    [Fact]
    public void TextIsReadWithoutItsPadding()
    {
        byte[] data = Encoding.UTF32.GetBytes("a\0\0" + "\U0001F600bc" + "\0\0\0");

        NpyArray array = NpyFile.Read(NpyFile.Of("<U3", false, "(3,)", data));

        Assert.True(array.Type.IsText);
        Assert.Equal(["a", "\U0001F600bc", ""], array.Strings);
    }

    [Theory]
    [InlineData("elements of type '|O'", "|O", "(1,)", 8)]
    [InlineData("elements of type '|S4'", "|S4", "(1,)", 4)]
    [InlineData("elements of type '<c8'", "<c8", "(1,)", 8)]
    [InlineData("elements of type '<M8[ns]'", "<M8[ns]", "(1,)", 8)]
    [InlineData("elements of type '<f16'", "<f16", "(1,)", 16)]
    [InlineData("elements of type '<<f4'", "<<f4", "(1,)", 4)]
    [InlineData("elements of type ''", "", "(1,)", 4)]
    [InlineData("whole numbers from 0", "<f4", "(-1,)", 4)]
    [InlineData("whole numbers from 0", "<f4", "('a',)", 4)]
    [InlineData("no whole number of 64 bits", "<f4", "(99999999999999999999,)", 4)]
    [InlineData("12 bytes after its header, where 4 elements of float32 take 16", "<f4", "(4,)", 12)]
    [InlineData("20 bytes after its header", "<f4", "(4,)", 20)]
    [InlineData("more than can be read at once", "<f4", "(1000000000000,)", 4)]
    [InlineData("more than can be read at once", "<f8", "(4294967296,4294967296,4294967296)", 0)]
    [InlineData("more than can be read at once", "<U0", "(2000000000,)", 0)]
    [InlineData("neither 0 nor 1", "|b1", "(4,)", 4, 2)]
    [InlineData("no Unicode character", "<U1", "(1,)", 4, 0xFF)]
    public void WhatIsNotAnArrayForOnnxIsExplained(string explanation, string descr, string shape, int length, byte fill = 0)
    {
        byte[] data = new byte[length];
        Array.Fill(data, fill);

        NpyException exception = Assert.Throws<NpyException>(() => NpyFile.Read(NpyFile.Of(descr, false, shape, data)));

        Assert.Contains(explanation, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("several fields", "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}")]
    [InlineData("without descr", "{'fortran_order': False, 'shape': (1,)}")]
    [InlineData("without descr", "('<f4', False, (1,))")]
    [InlineData("ends too early", "{'descr': '<f4', 'fortran_order': False, 'shape': (1,")]
    [InlineData("can't be read at 'open", "{'descr': open('file')}")]
    [InlineData("can't be read at '; import os", "{}; import os")]
    [InlineData("nests too deep", "((((((((((((((((((((((((((((((()))))))))))))))))))))))))))))))")]
    [InlineData("of version 9.0", "", 9)]
    public void AHeaderThatIsNoneIsExplained(string explanation, string header, byte version = 1)
    {
        NpyException exception = Assert.Throws<NpyException>(() => NpyFile.Read(NpyFile.Of(header, new byte[4], version)));

        Assert.Contains(explanation, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHeaderOfFourGigabytesIsNotLookedFor()
    {
        byte[] file = NpyFile.Of("", [], version: 2);
        file.AsSpan(8, 4).Fill(0xFF);

        Assert.Contains("a header of 4,294,967,295 bytes", Assert.Throws<NpyException>(() => NpyFile.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryBeginningOfAFileIsRefusedAndNothingElseIsThrown()
    {
        byte[] file = Convert.FromBase64String(SavedByNumPy);

        Assert.All(Enumerable.Range(0, file.Length), length => Assert.Throws<NpyException>(() => NpyFile.Read(file[..length])));
    }

    [Fact]
    public void DamagedFilesAreReadOrRefusedAndNothingElseIsThrown()
    {
        byte[] file = Convert.FromBase64String(SavedByNumPy);
        Gen.Int[0, 130].Array[1, 5].Select(Gen.Byte.Array[5]).Sample((positions, values) =>
        {
            byte[] damaged = [.. file];
            for (int i = 0; i < positions.Length; i++)
                damaged[positions[i]] = values[i];
            try
            {
                NpyArray array = NpyFile.Read(damaged);
                return array.Data.Length + array.Strings.Length > 0 || array.Shape.Contains(0);
            }
            catch (NpyException)
            {
                return true;
            }
        });
    }

    [Fact]
    public void AnyHeaderIsReadOrRefusedAndNothingElseIsThrown()
    {
        string[] pieces = ["{", "}", "(", ")", "[", "]", ",", ":", "'", "\"", "\\", " ", "'descr'", "'shape'", "'fortran_order'", "'<f4'", "'<U0'", "True", "None", "1", "0", "-", "L", "1,"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 20].Select(string.Concat).Sample(header =>
        {
            try
            {
                return NpyFile.Read(NpyFile.Of(header, new byte[4])).Shape is not null;
            }
            catch (NpyException exception)
            {
                return exception.Message.Length > 0;
            }
        });
    }
}
