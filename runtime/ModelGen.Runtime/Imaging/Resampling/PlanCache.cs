namespace ModelGen;

/// <summary>The plans of the source sizes that came last. Reading takes no lock and allocates nothing.</summary>
/// <remarks>
/// Pictures from one camera have one size, folders of photographs a handful. Beyond <see cref="Capacity"/> sizes the oldest plan goes,
/// and is built again if its size comes back: slower, with the same result.
/// </remarks>
internal sealed class PlanCache
{
    internal const int Capacity = 16;

    private ResamplePlan[] _plans = [];

    internal ResamplePlan Get(ImageSteps steps, int width, int height, int lanes)
    {
        foreach (ResamplePlan plan in Volatile.Read(ref _plans))
        {
            if (plan.Width == width && plan.Height == height && plan.Lanes == lanes) return plan;
        }

        ResamplePlan added = ResamplePlan.Build(steps, width, height, lanes);
        Add(added);
        return added;
    }

    // Two threads may build the same plan at once; both are right, and one of them ages out.
    private void Add(ResamplePlan plan)
    {
        while (true)
        {
            ResamplePlan[] before = Volatile.Read(ref _plans);
            ResamplePlan[] after = [plan, .. before.AsSpan(0, Math.Min(before.Length, Capacity - 1))];
            if (Interlocked.CompareExchange(ref _plans, after, before) == before) return;
        }
    }
}
