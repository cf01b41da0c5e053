using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ModelGen.Footprint;

/// <summary>From the start of a process to its end after one result, the sides in turns.</summary>
internal static class FirstResult
{
    private const int Rounds = 15;

    public static void Print()
    {
        Console.WriteLine($"From the start of a process to the end after its first result, {(RuntimeFeature.IsDynamicCodeSupported ? "compiled at run time" : "NativeAOT")}, median of {Rounds}:");
        foreach ((string model, Side[] sides) in Side.ByModel)
        {
            double[][] times = [.. sides.Select(_ => new double[Rounds])];
            for (int round = -1; round < Rounds; round++)
            {
                for (int turn = 0; turn < sides.Length; turn++)
                {
                    int side = (turn + round + sides.Length) % sides.Length;
                    long start = Stopwatch.GetTimestamp();
                    Child.Start("first-result", model, sides[side].Name);
                    if (round >= 0)
                        times[side][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
            }
            for (int side = 0; side < sides.Length; side++)
                Console.WriteLine($"  {model,-20} {sides[side].Name,-32} {Numbers.Median(times[side]),7:N0} ms, {Numbers.Median(times[side].Zip(times[0], (mine, first) => mine / first)):0.000} of by hand");
        }
    }
}
