using ModelGen.EndToEnd.Support;
using ModelGen.Engines;

namespace ModelGen.EndToEnd;

public class LeaseTests
{
    [Fact]
    public void TwoLeasesAtOnceHaveTheirOwnBuffers()
    {
        using Digits model = new();
        using Digits.Call first = model.Rent(1);
        using Digits.Call second = model.Rent(1);
        Assert.False(first.Image.Span.Overlaps(second.Image.Span));
        Assert.False(first.Probabilities.Span.Overlaps(second.Probabilities.Span));
        first.Image.Span.Clear();
        Truth.Hash(64).CopyTo(second.Image.Span);
        second.Run();
        first.Run();
        new Truth("digits").Check(0, "probabilities", [1, 10], second.Probabilities.Span);
        Assert.NotEqual(first.Probabilities.Span.ToArray(), second.Probabilities.Span.ToArray());
    }

    [Fact]
    public unsafe void BuffersAreAlignedAndStayWhereTheyAre()
    {
        using Digits model = new();
        nint address;
        using (Digits.Call call = model.Rent(3))
        {
            fixed (float* p = call.Image.Span)
                address = (nint)p;
            Assert.Equal(0, address % 64);
            GC.Collect();
        }
        using Digits.Call again = model.Rent(3);
        fixed (float* p = again.Image.Span)
            Assert.Equal(address, (nint)p);
    }

    [Fact]
    public void LeaseGivenBackCanNotBeUsed()
    {
        using Digits model = new();
        CallLease lease = model.Engine.Rent(1);
        GiveBack(lease);
        CheckRefused(lease);
        // Nor when somebody else has its buffers by now.
        using CallLease other = model.Engine.Rent(1);
        CheckRefused(lease);
        other.Run();
    }

    private static void CheckRefused(CallLease lease)
    {
        Assert.Throws<ObjectDisposedException>(() => lease.Run());
        Assert.Throws<ObjectDisposedException>(() => lease.Input<float, Shape<Dims.N1>>(0).Length);
        Assert.Throws<ObjectDisposedException>(() => lease.InputBatch<float, Shape<Dims.N1, Dims.N8, Dims.N8>>(0).Count);
        Assert.Throws<ObjectDisposedException>(() => lease.OutputBatch<float, Shape<Dims.N10>>(0).Count);
        Assert.Throws<ObjectDisposedException>(() => lease.OverrideBatch<float, Shape<Dims.N10>>(0).Count);
    }

    [Fact]
    public void GeneratedCallGivenBackCanNotBeUsed()
    {
        using Scalars model = new();
        Scalars.Call call = model.Rent();
        GiveBack(call);
        ObjectDisposedException? error = null;
        try
        {
            call.Run();
        }
        catch (ObjectDisposedException e)
        {
            error = e;
        }
        Assert.Contains("Rent a new one", error?.Message, StringComparison.Ordinal);
    }

    // Out of the analyzer's sight: MG4004 refuses to compile a use after Dispose in one method.
    private static void GiveBack(Scalars.Call call) => call.Dispose();

    private static void GiveBack(CallLease lease) => lease.Dispose();

    [Fact]
    public void SecondDisposeDoesNothing()
    {
        using Digits model = new(new ModelOptions { MaxCalls = 4 });
        CallLease first = model.Engine.Rent(1);
        first.Dispose();
        first.Dispose();
        using CallLease second = model.Engine.Rent(1);
        first.Dispose();
        using CallLease third = model.Engine.Rent(1);
        Assert.False(second.InputBatch<float, Shape<Dims.N1, Dims.N8, Dims.N8>>(0).Span.Overlaps(third.InputBatch<float, Shape<Dims.N1, Dims.N8, Dims.N8>>(0).Span));
        default(CallLease).Dispose();
        Assert.Throws<ObjectDisposedException>(() => default(CallLease).Run());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AsManyCallsAsAllowedMayBeRentedAtOnce(int limit)
    {
        using Digits model = new(new ModelOptions { MaxCalls = limit });
        for (int round = 0; round < 3; round++)
        {
            CallLease[] leases = [.. Enumerable.Range(0, limit).Select(_ => model.Engine.Rent(1))];
            foreach (CallLease lease in leases)
                lease.Run();
            foreach (CallLease lease in leases)
                lease.Dispose();
        }
    }

    [Fact]
    public void FailedRunSaysWhyAndTheCallWorksOn()
    {
        using Lookup model = new();
        using Lookup.Call call = model.Rent(2);
        call.Index.Span[1] = 3;
        ModelGenException error = Refused(call);
        Assert.Contains("lookup", error.Message, StringComparison.Ordinal);
        Assert.Contains("Gather", error.Message, StringComparison.Ordinal);
        call.Index.Span[1] = 2;
        call.Run();
        Assert.Equal([0, 1, 20, 21], call.Row.Span.ToArray());
    }

    private static ModelGenException Refused(Lookup.Call call)
    {
        try
        {
            call.Run();
        }
        catch (ModelGenException e)
        {
            return e;
        }
        throw new InvalidOperationException("The run should have failed.");
    }

    [Fact]
    public void OutputOfAnotherSizeThanTheFilePromisesIsAnError()
    {
        float[] one = [1];
        Assert.Equal([1], BrokenPromise.Predict(new BrokenPromise.Input(one, [1])).Y.Span.ToArray());
        ModelGenException error = Assert.Throws<ModelGenException>(() => BrokenPromise.Predict(new BrokenPromise.Input(one, [5])));
        Assert.Contains("broken-promise", error.Message, StringComparison.Ordinal);
        Assert.Equal([1], BrokenPromise.Predict(new BrokenPromise.Input(one, [1])).Y.Span.ToArray());
    }
}
