namespace ModelGen;

/// <summary>How one block of scratch memory is divided among the row buffers of a run.</summary>
/// <param name="SourceStride">Bytes of a copied or converted source row, or of a mixed one.</param>
/// <param name="LaneStride">Bytes of a row of working pixels in the tensor's columns.</param>
/// <param name="GatheredBytes">Room of the horizontal colour pass for its own.</param>
/// <param name="RingStride">Bytes of a row in the ring.</param>
/// <param name="RingRows">Rows of the ring: those a vertical window sees, and the strip that is filled ahead.</param>
/// <param name="TapPointers">Pointers to the rows that one target row is mixed from.</param>
internal readonly record struct ScratchLayout(int SourceStride, int LaneStride, int GatheredBytes, int RingStride, int RingRows, int TapPointers)
{
    internal int SourceRows => TapPointers * sizeof(long);

    internal int MixedRows => SourceRows + ResamplePlan.Strip * SourceStride;

    internal int LaneRows => MixedRows + ResamplePlan.Strip * SourceStride;

    internal int Gathered => LaneRows + ResamplePlan.Strip * LaneStride;

    internal int Ring => Gathered + GatheredBytes;

    internal static ScratchLayout Of(ResamplePlan plan)
    {
        checked
        {
            int bytesPerPixel = plan.WorkingBytes, source = plan.Columns.SourceCount * bytesPerPixel;
            if (plan.Horizontal is not null) source = Math.Max(source, HorizontalPass.ReadEnd(plan, bytesPerPixel));
            source = ScratchSize.Align(source);
            int lanes = ScratchSize.Align(plan.Across.Count * plan.Lanes);
            int ringStride = plan.HorizontalFeedsVertical ? lanes : plan.Conversion.IsNeeded ? source : 0;
            int ringRows = plan.Vertical is null || ringStride == 0 ? 0 : plan.Rows.Weights!.Taps + ResamplePlan.Strip - 1;
            int taps = plan.Vertical is null ? 0 : plan.Vertical.Blocks * plan.Vertical.Block;
            return new ScratchLayout(source, lanes, HorizontalColorAvx2.Scratch(plan.Tiles), ringStride, ringRows, taps);
        }
    }

    /// <summary>Bytes in all.</summary>
    internal int Length() => ScratchSize.Checked(Ring + (long)RingRows * RingStride);
}
