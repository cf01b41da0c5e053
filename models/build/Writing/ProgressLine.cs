using System.Diagnostics;

namespace ModelGen.Models;

/// <summary>How far the writing is, on one line that is written over and over; nothing where nobody looks.</summary>
internal sealed class ProgressLine(string name) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private long _last;
    private int _width;

    public void Report(long written, long total)
    {
        if (Console.IsErrorRedirected || (written < total && _last != 0 && Stopwatch.GetElapsedTime(_last) < s_pause))
            return;
        _last = Stopwatch.GetTimestamp();
        string line = $"{name}: {written:N0} of {total:N0} weights written";
        _width = Math.Max(_width, line.Length);
        Console.Error.Write("\r" + line.PadRight(_width));
    }

    public void Dispose()
    {
        if (_width > 0)
            Console.Error.Write("\r" + new string(' ', _width) + "\r");
    }
}
