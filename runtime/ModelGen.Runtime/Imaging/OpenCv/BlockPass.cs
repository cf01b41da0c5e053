namespace ModelGen;

/// <summary>Carries out a <see cref="BlockPlan"/>: rows of a block are added up first, then columns. Sums of integers do not depend on the order.</summary>
internal static unsafe class BlockPass
{
    internal static void Run(BlockPlan plan, in PictureRun run)
    {
        int* sums = (int*)run.Scratch;
        byte* result = run.Scratch + plan.ResultStart;
        var source = new SourceRows(plan, run, plan.First, plan.SourceColumns, plan.Reach, run.Scratch + plan.CopiesStart);
        byte** rows = stackalloc byte*[BlockPlan.Strip];
        bool halves = plan.IsQuarter && run.Path.HasAvx2();
        for (int y = 0; y < plan.Down.Count; y++)
        {
            int first = (plan.Down.From + y) * plan.BlockHeight;
            if (halves)
            {
                HalfAvx2.Run(plan, source.Row(first, 0), source.Row(first + 1, 1), result);
                run.Writer.Row(result, plan.Lanes, plan.Across, run.Tensor, plan.Down.Before + y);
                continue;
            }

            for (int done = 0; done < plan.BlockHeight; done += BlockPlan.Strip)
            {
                int count = Math.Min(BlockPlan.Strip, plan.BlockHeight - done);
                for (int i = 0; i < count; i++) rows[i] = source.Row(first + done + i, i);
                BlockRows.Add(run.Path, rows, count, sums, plan.Elements, done == 0);
            }

            BlockColumns.Run(run.Path, plan, sums, result);
            run.Writer.Row(result, plan.Lanes, plan.Across, run.Tensor, plan.Down.Before + y);
        }
    }
}
