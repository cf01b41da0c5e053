namespace ModelGen;

/// <summary>Row buffers of one pipeline, one for each thread that runs it at the same time; taken and given back without a lock.</summary>
internal sealed class ScratchPool
{
    /// <summary>Larger buffers come from pictures of unusual proportions and are not kept.</summary>
    private const int LargestKept = 64 << 20;

    private readonly byte[]?[] _free = new byte[Math.Max(16, Environment.ProcessorCount * 2)][];

    internal byte[] Rent(int length)
    {
        for (int i = 0; i < _free.Length; i++)
        {
            if (Volatile.Read(ref _free[i]) is null || Interlocked.Exchange(ref _free[i], null) is not { } buffer) continue;
            if (buffer.Length >= length) return buffer;
            break;   // too short for this picture size: make a longer one and forget this one
        }

        return GC.AllocateUninitializedArray<byte>(length);
    }

    internal void Return(byte[] buffer)
    {
        if (buffer.Length > LargestKept) return;
        for (int i = 0; i < _free.Length; i++)
        {
            if (Volatile.Read(ref _free[i]) is null && Interlocked.CompareExchange(ref _free[i], buffer, null) is null) return;
        }
    }
}
