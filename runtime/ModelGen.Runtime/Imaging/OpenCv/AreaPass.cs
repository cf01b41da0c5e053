namespace ModelGen;

/// <summary>Carries out an <see cref="AreaPlan"/>: each source row is read once.</summary>
internal static unsafe class AreaPass
{
    internal static void Run(AreaPlan plan, in PictureRun run)
    {
        float* mixed = (float*)run.Scratch, sum = mixed + (nint)AreaPlan.Strip * plan.Elements;
        byte* result = (byte*)(sum + plan.Elements);
        var source = new SourceRows(plan, run, plan.Columns.First, plan.SourceColumns, plan.Reach, result + plan.Elements);
        byte** rows = stackalloc byte*[AreaPlan.Strip];
        float** results = stackalloc float*[AreaPlan.Strip];
        for (int i = 0; i < AreaPlan.Strip; i++) results[i] = mixed + (nint)i * plan.Elements;
        int end = 0, last = plan.Rows.End - plan.Rows.First - 1;
        for (int y = 0; y < plan.Down.Count; y++)
        {
            for (int k = 0; k < plan.Rows.Counts[y]; k++)
            {
                int row = plan.Rows.Starts[y] + k;
                // Rows ascend; two neighbouring targets share one at most, which is still there.
                for (; row >= end; end += AreaPlan.Strip)
                {
                    for (int i = 0; i < AreaPlan.Strip; i++) rows[i] = source.Row(plan.Rows.First + Math.Min(end + i, last), i);
                    AreaColumns.Run(run.Path, plan, rows, results);
                }

                AreaRows.Add(run.Path, results[row % AreaPlan.Strip], plan.Rows.Weights[y * plan.Rows.Taps + k], sum, plan.Elements, k == 0);
            }

            AreaRows.Round(run.Path, sum, result, plan.Elements);
            run.Writer.Row(result, plan.Lanes, plan.Across, run.Tensor, plan.Down.Before + y);
        }
    }
}
