namespace ModelGen.Footprint;

/// <summary>The memory that each further instance takes, with one call's buffers, in processes of their own.</summary>
internal static class InstanceMemory
{
    private const int Instances = 20;
    private const int Rounds = 5;

    public static void Print()
    {
        Console.WriteLine($"Memory of an instance (growth of the process's resident memory over {Instances}), median of {Rounds}:");
        foreach ((string model, Side[] sides) in Side.ByModel)
        {
            foreach (Side side in sides)
            {
                double kilobytes = Numbers.Median(Enumerable.Range(0, Rounds).Select(_ => double.Parse(Child.Start("instances", model, side.Name))));
                Console.WriteLine($"  {model,-20} {side.Name,-32} {kilobytes,9:N0} kB");
            }
        }
    }

    /// <summary>Kilobytes an instance, in this process.</summary>
    public static double Measure(Side side)
    {
        List<ILoaded> all = [];
        // The first one brings ONNX Runtime with it, and compiles what all use.
        Add();
        long before = Memory.ResidentKilobytes();
        for (int i = 0; i < Instances; i++)
            Add();
        double each = (Memory.ResidentKilobytes() - before) / (double)Instances;
        foreach (ILoaded loaded in all)
            loaded.Dispose();
        return each;

        void Add()
        {
            all.Add(side.Open());
            all[^1].Call();
        }
    }
}
