namespace ModelGen;

/// <summary>The plans of the source sizes and formats that came last. Reading takes no lock and allocates nothing.</summary>
/// <remarks>
/// Pictures from one camera have one size, folders of photographs a handful. Beyond <see cref="Capacity"/> sizes the oldest plan goes,
/// and is built again if its size comes back: slower, with the same result.
/// </remarks>
internal sealed class PlanCache
{
    internal const int Capacity = 16;

    private PicturePlan[] _plans = [];

    internal PicturePlan Get(ImageSteps steps, int width, int height, PixelFormat format)
    {
        foreach (PicturePlan plan in Volatile.Read(ref _plans))
        {
            if (plan.Width == width && plan.Height == height && plan.Format == format) return plan;
        }

        PicturePlan added = PlanFactory.Build(steps, width, height, format);
        Add(added);
        return added;
    }

    // Two threads may build the same plan at once; both are right, and one of them ages out.
    private void Add(PicturePlan plan)
    {
        while (true)
        {
            PicturePlan[] before = Volatile.Read(ref _plans);
            PicturePlan[] after = [plan, .. before.AsSpan(0, Math.Min(before.Length, Capacity - 1))];
            if (Interlocked.CompareExchange(ref _plans, after, before) == before) return;
        }
    }
}
