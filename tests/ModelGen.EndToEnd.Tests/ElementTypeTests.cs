using System.Runtime.InteropServices;
using CsCheck;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.EndToEnd;

public class ElementTypeTests
{
    [Fact]
    public void EveryElementTypeGoesThroughBitForBit() =>
        Gen.Byte.Array[32].Sample(bytes => CheckRoundTrip(bytes), iter: 200);

    private static void CheckRoundTrip(byte[] bytes)
    {
        bool[] bools = [.. bytes.Take(4).Select(b => (b & 1) != 0)];
        // Pairs of letters from all over the first planes, surrogates left out.
        string[] strings = [.. bytes.Chunk(2).Take(4).Select(pair => $"{(char)(pair[0] * 200 + pair[1] + 1)}{pair[0]}")];
        Elements.Output output = Elements.Predict(new Elements.Input(
            As<float>(bytes), As<double>(bytes), As<Half>(bytes), As<BFloat16>(bytes), As<sbyte>(bytes), As<byte>(bytes), As<short>(bytes), As<ushort>(bytes),
            As<int>(bytes), As<uint>(bytes), As<long>(bytes), As<ulong>(bytes), bools, strings));

        Same<float>(bytes, output.FloatOut.Span);
        Same<double>(bytes, output.DoubleOut.Span);
        Same<Half>(bytes, output.Float16Out.Span);
        Same<BFloat16>(bytes, output.Bfloat16Out.Span);
        Same<sbyte>(bytes, output.Int8Out.Span);
        Same<byte>(bytes, output.Uint8Out.Span);
        Same<short>(bytes, output.Int16Out.Span);
        Same<ushort>(bytes, output.Uint16Out.Span);
        Same<int>(bytes, output.Int32Out.Span);
        Same<uint>(bytes, output.Uint32Out.Span);
        Same<long>(bytes, output.Int64Out.Span);
        Same<ulong>(bytes, output.Uint64Out.Span);
        Assert.Equal(bools, output.BoolOut.Span.ToArray());
        Assert.Equal(strings, output.StringOut.Span.ToArray());
    }

    [Fact]
    public void StringsOfEveryKindComeBack()
    {
        string[] hard = ["", "a\0b", "größe 日本 🦊", new string('x', 100_000)];
        using Elements model = new();
        using Elements.Call call = model.Rent();
        hard.CopyTo(call.String.Span);
        call.Run();
        Assert.Equal(hard, call.StringOut.Span.ToArray());
    }

    [Fact]
    public void NullStringCountsAsEmpty()
    {
        using Elements model = new();
        using Elements.Call call = model.Rent();
        call.String.Fill(null!);
        call.Run();
        Assert.Equal(["", "", "", ""], call.StringOut.Span.ToArray());
    }

    [Fact]
    public void EightBitFloatsInsideANetworkRun() =>
        Assert.Equal([1, 1.125f, 448, -1.25f], Float8.Predict(new Float8.Input([1, 1.1f, 9999, -1.3f])).Rounded.Span.ToArray());

    [Fact]
    public void ScalarsOfAllKindsAreValues()
    {
        Scalars.Output output = Scalars.Predict(0.5f, 41, "wörd", true);
        Assert.Equal(41.5f, output.Sum);
        Assert.Equal("wörd", output.Echo);
        Assert.False(output.Opposite);
    }

    [Fact]
    public void ScalarsOfARentedCallAreWrittenInPlace()
    {
        using Scalars model = new();
        using Scalars.Call call = model.Rent();
        call.A = 1;
        call.B = 2;
        call.Word = "x";
        call.Run();
        Assert.Equal(3, call.Sum);
        call.B++;
        call.Run();
        Assert.Equal(4, call.Sum);
        Assert.Equal("x", call.Echo);
    }

    // The first bytes, seen as four elements.
    private static Span<T> As<T>(byte[] bytes) where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes.AsSpan())[..4];

    // Bits, since NaN is not equal to itself.
    private static void Same<T>(byte[] bytes, ReadOnlySpan<T> actual) where T : unmanaged =>
        Assert.Equal(MemoryMarshal.AsBytes(As<T>(bytes)).ToArray(), MemoryMarshal.AsBytes(actual).ToArray());
}
