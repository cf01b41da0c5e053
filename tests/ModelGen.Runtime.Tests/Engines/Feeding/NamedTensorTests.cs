using System.Runtime.InteropServices;
using CsCheck;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class NamedTensorTests
{
    [Fact]
    public void RandomNumbersAreTheSameForTheSameSeedAndOthersForOtherNames()
    {
        NamedTensor first = NamedTensor.Random("x", ElementType.Float32, 7, 2, 3);

        Assert.Equal(first.Data.ToArray(), NamedTensor.Random("x", ElementType.Float32, 7, 2, 3).Data.ToArray());
        Assert.NotEqual(first.Data.ToArray(), NamedTensor.Random("x", ElementType.Float32, 8, 2, 3).Data.ToArray());
        Assert.NotEqual(first.Data.ToArray(), NamedTensor.Random("y", ElementType.Float32, 7, 2, 3).Data.ToArray());
    }

    [Fact]
    public void RandomFloatsAreNormal()
    {
        float[] values = MemoryMarshal.Cast<byte, float>(NamedTensor.Random("x", ElementType.Float32, 1, 100_000).Data.Span).ToArray();

        // Ten deviations of the mean of so many, and of their square.
        Assert.InRange(values.Average(), -0.032, 0.032);
        Assert.InRange(values.Average(value => value * value), 0.955, 1.045);
        Assert.All(values, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void RandomIntegersAreIndicesThatEveryTableHas()
    {
        Assert.Equal([0L, 1L], MemoryMarshal.Cast<byte, long>(NamedTensor.Random("x", ElementType.Int64, 1, 1000).Data.Span).ToArray().Distinct().Order());
        Assert.Equal(256, NamedTensor.Random("x", ElementType.UInt8, 1, 10_000).Data.ToArray().Distinct().Count());
        Assert.Equal(2, NamedTensor.Random("x", ElementType.Bool, 1, 1000).Data.ToArray().Distinct().Count());
        Assert.Equal(["", ""], NamedTensor.Random("x", ElementType.String, 1, 2).Strings.AsEnumerable());
    }

    [Fact]
    public void TheDimsMustAskForAsManyValuesAsCame() => Gen.Long[-2, 4].Array[0, 4].Sample(dims =>
    {
        long count = dims.Contains(0) ? 0 : dims.Any(dim => dim < 0) ? -1 : dims.Aggregate(1L, (product, dim) => product * dim);
        if (count >= 0)
            Assert.Equal(count * 4, NamedTensor.Create<float>("x", new float[count], dims).Data.Length);
        Assert.Throws<ArgumentException>(() => NamedTensor.Create<float>("x", new float[count + 300], dims));
    });

    [Fact]
    public void WhatCannotBeATensorIsRefused()
    {
        Assert.Throws<ArgumentException>(() => NamedTensor.Random("x", ElementType.Float8E8M0, 0, 1));
        Assert.Throws<ArgumentException>(() => NamedTensor.Random("x", ElementType.Float32, 0, 1 << 20, 1 << 20));
        Assert.Throws<ArgumentException>(() => NamedTensor.Create<char>("x", ['a'], 1));
        Assert.Throws<ArgumentException>(() => NamedTensor.FromBytes("x", ElementType.String, [1], 1));
        Assert.Throws<ArgumentException>(() => NamedTensor.FromStrings("x", ["a"], 2));
    }
}
