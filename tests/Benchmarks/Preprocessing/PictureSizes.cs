namespace ModelGen.Benchmarks;

/// <summary>From which size to which.</summary>
internal readonly record struct PictureSizes(int Width, int Height, int TargetWidth, int TargetHeight);
