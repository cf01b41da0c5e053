namespace ModelGen;

/// <summary>Carries out a <see cref="TapPlan"/>. Rows between the passes are kept as long as target rows may want them: as many as there are taps.</summary>
internal static unsafe class TapPass
{
    internal static void Run(TapPlan plan, in PictureRun run)
    {
        int taps = plan.Rows.Taps;
        byte* ring = run.Scratch, result = ring + (nint)plan.RingStride * taps;
        var source = new SourceRows(plan, run, plan.Columns.First, plan.SourceColumns, plan.Reach, result + plan.Elements);
        int* held = stackalloc int[taps];
        new Span<int>(held, taps).Fill(-1);
        byte** rows = stackalloc byte*[taps];
        for (int y = 0; y < plan.Down.Count; y++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                // Windows are consecutive rows, so their remainders differ.
                int row = plan.Rows.Rows[y * taps + tap], slot = row % taps;
                rows[tap] = ring + (nint)slot * plan.RingStride;
                if (held[slot] == row) continue;
                // The row that this tap has for the next target; asking for memory that is not there does no harm.
                nint ahead = y + 1 < plan.Down.Count ? (nint)(plan.Rows.Rows[(y + 1) * taps + tap] - row) * run.Stride : 0;
                TapColumns.Run(run.Path, plan, source.Row(row, 0), ahead, rows[tap]);
                held[slot] = row;
            }

            Mix(run.Path, plan, y, rows, result);
            run.Writer.Row(result, plan.Lanes, plan.Across, run.Tensor, plan.Down.Before + y);
        }
    }

    private static void Mix(VectorPath path, TapPlan plan, int y, byte** rows, byte* result)
    {
        ReadOnlySpan<short> weights = plan.Rows.Weights.AsSpan(y * plan.Rows.Taps, plan.Rows.Taps);
        switch (plan.Kind)
        {
            case TapKind.Exact:
                ExactRows.Mix(path, weights, (short*)rows[0], (short*)rows[1], result, plan.Elements);
                break;
            case TapKind.Cubic:
                CubicRows.Mix(path, weights, (int**)rows, result, plan.Elements);
                CubicRows.MixEnd(plan, weights, (int**)rows, result);
                break;
            case TapKind.Lanczos:
                WideRows.Mix(path, weights, (int**)rows, result, plan.Elements);
                break;
            default:
                LinearRows.Mix(path, weights, (short*)rows[0], (short*)rows[1], result, plan.Elements);
                break;
        }
    }
}
