using System.Runtime.ExceptionServices;

namespace ModelGen.EndToEnd.Support;

/// <summary>Runs the same work on several threads at once.</summary>
internal static class OtherThreads
{
    /// <summary>Starts all threads together, waits for them, and throws what the first of them threw.</summary>
    public static void Run(int count, Action<int> work)
    {
        using Barrier start = new(count);
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, count).Select(i => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                work(i);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }
}
