using System.Runtime.CompilerServices;
using CsCheck;
using Dims;

namespace ModelGen.Tests.Tensors;

public class TensorBufferTests
{
    [Fact]
    public void ANewBufferIsZero()
    {
        Assert.Equal(new float[6], new TensorBuffer<float, Shape<N2, N3>>().Span);
        Assert.All(new TensorBuffer<string?, Shape<N2>>().Span.ToArray(), Assert.Null);
    }

    [Fact]
    public void ABufferHoldsItsOwnCopy()
    {
        int[] data = [1, 2, 3];
        var buffer = new TensorBuffer<int, Shape<N3>>(data);
        data[0] = 9;
        Assert.Equal([1, 2, 3], buffer.Span);
        TensorBuffer<int, Shape<N3>> second = buffer.Tensor.ToBuffer();
        buffer[0] = 8;
        Assert.Equal([1, 2, 3], second.Span);
        Assert.Equal([1, 2, 3], second.Memory.ToArray());
    }

    [Fact]
    public void ACollectionExpressionMakesABuffer()
    {
        TensorBuffer<long, Shape<N1, N4>> ids = [101, 7592, 2088, 102];
        Assert.Equal(7592, ids[0, 1]);
        var elements = new List<long>();
        foreach (long id in ids)
            elements.Add(id);
        Assert.Equal([101, 7592, 2088, 102], elements);
        Assert.Throws<ShapeMismatchException>(() => { TensorBuffer<long, Shape<N1, N4>> tooFew = [101, 102]; });
    }

    [Fact]
    public void EveryElementTypeOfUpToEightBytesBeginsAtACacheLine()
    {
        for (int repetition = 0; repetition < 20; repetition++)
        {
            CheckAlignment<byte, Shape<N13>>();
            CheckAlignment<Float8E4M3FN, Shape<N1>>();
            CheckAlignment<Half, Shape<N3, N5>>();
            CheckAlignment<float, Shape<N3, N7>>();
            CheckAlignment<double, Shape<N5>>();
            CheckAlignment<long, Shape>();
            Assert.Equal(0, new BatchBuffer<float, Shape<N7>>(3).Address % 64);
        }
    }

    [Fact]
    public void LargerElementsHoldAllTheyAreGiven()
    {
        var buffer = new TensorBuffer<decimal, Shape<N5>>([1, 2, 3, 4, 5]);
        Assert.Equal([1, 2, 3, 4, 5], buffer.Span);
    }

    [Fact]
    public void MemoryDoesNotMove()
    {
        var buffer = new TensorBuffer<int, Shape<N9>>([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        nint before = buffer.Address;
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        Assert.Equal(before, buffer.Address);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], buffer.Span);
    }

    [Fact]
    public void ABufferIsATensorWhereverOneIsAsked()
    {
        TensorBuffer<float, Shape<N2>> buffer = [1, 2];
        Tensor<float, Shape<N2>> writable = buffer;
        writable[0] = 5;
        ReadOnlyTensor<float, Shape<N2>> readOnly = buffer;
        Assert.Equal(5, readOnly[0]);
        Assert.Throws<ArgumentNullException>(() => ((Tensor<float, Shape<N2>>)(TensorBuffer<float, Shape<N2>>)null!).IsEmpty);
        Assert.Throws<ArgumentNullException>(() => ((ReadOnlyTensor<float, Shape<N2>>)(TensorBuffer<float, Shape<N2>>)null!).IsEmpty);
    }

    [Fact]
    public void ADisposedBufferThrowsAndItsMemoryServesTheNextRent()
    {
        TensorBuffer<float, Shape<N3, N17>> first = TensorBuffer<float, Shape<N3, N17>>.Rent();
        nint address = first.Address;
        first.Dispose();
        Assert.Throws<ObjectDisposedException>(() => first[0, 0]);
        Assert.Throws<ObjectDisposedException>(() => first.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => first.Tensor.IsEmpty);
        Assert.Throws<ObjectDisposedException>(() => first.Memory);
        Assert.Equal("float 3×17 (disposed)", first.ToString());

        using TensorBuffer<float, Shape<N3, N17>> second = TensorBuffer<float, Shape<N3, N17>>.Rent();
        Assert.Equal(address, second.Address);
    }

    [Fact]
    public void DisposingTwiceGivesTheMemoryOnce()
    {
        var first = TensorBuffer<float, Shape<N5, N17>>.Rent();
        first.Dispose();
        first.Dispose();
        var second = TensorBuffer<float, Shape<N5, N17>>.Rent();
        var third = TensorBuffer<float, Shape<N5, N17>>.Rent();
        Assert.NotEqual(second.Address, third.Address);
    }

    [Fact]
    public void PooledMemoryKeepsNoStringsAlive()
    {
        var first = new TensorBuffer<string?, Shape<N7, N17>>();
        first.Tensor.Fill("kept");
        first.Dispose();
        Assert.All(TensorBuffer<string?, Shape<N7, N17>>.Rent().Span.ToArray(), Assert.Null);
    }

    [Fact]
    public void TwoTenantsNeverShareMemory() =>
        Gen.Int[1, 4].Array[2, 4].Sample(
            rounds => Parallel.ForEach(rounds, count =>
            {
                var rented = Enumerable.Range(0, count).Select(_ => TensorBuffer<long, Shape<N11, N3>>.Rent()).ToArray();
                for (int i = 0; i < count; i++)
                    rented[i].Tensor.Fill(Environment.CurrentManagedThreadId * 100 + i);
                Thread.Yield();
                for (int i = 0; i < count; i++)
                {
                    Assert.Equal(-1, rented[i].Span.IndexOfAnyExcept(Environment.CurrentManagedThreadId * 100L + i));
                    rented[i].Dispose();
                }
            }),
            iter: 200, threads: 1);

    private static void CheckAlignment<T, TShape>()
        where TShape : struct, IShape
    {
        Assert.Equal(0, new TensorBuffer<T, TShape>().Address % 64);
        Assert.True(Unsafe.SizeOf<T>() <= 8);
    }
}
