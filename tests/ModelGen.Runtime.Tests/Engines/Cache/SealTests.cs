using CsCheck;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public class SealTests
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void ASealFitsItsManifestAndNoOther() => Gen.Select(Gen.Byte.Array[1, 50], Gen.Bool, Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample((manifest, signed, at, bit) =>
    {
        ReadOnlyMemory<byte>? key = signed ? s_key.AsMemory() : default(ReadOnlyMemory<byte>?);
        byte[] seal = Seal.Of(manifest, key);
        Seal.Check(manifest, seal, key);
        Seal.Check(manifest, seal, null);

        byte[] otherSeal = [.. seal], otherManifest = [.. manifest];
        otherSeal[at % seal.Length] ^= (byte)(1 << bit);
        otherManifest[at % manifest.Length] ^= (byte)(1 << bit);
        Assert.Throws<InvalidDataException>(() => Seal.Check(manifest, otherSeal, null));
        Assert.Throws<InvalidDataException>(() => Seal.Check(otherManifest, seal, null));
        Assert.Throws<InvalidDataException>(() => Seal.Check(manifest, otherSeal, key));
    });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\n ")]
    [InlineData("hmac-sha256 none\n")]
    public void WhatIsNoSealIsDamage(string text) =>
        Assert.Throws<InvalidDataException>(() => Seal.Check([1], System.Text.Encoding.UTF8.GetBytes(text), null));

    [Fact]
    public void SealsAreOfABoundedSize() => Assert.InRange(Seal.Of(new byte[1000], s_key).Length, 1, Seal.MaxBytes);
}
