namespace ModelGen.Onnx.Operators;

/// <summary>A product of dims whose names can be cancelled: what a Reshape's -1 stands for is the quotient of two.</summary>
/// <param name="Factor">The product of the known sizes.</param>
/// <param name="Names">The named ones, sorted, as often as they occur.</param>
/// <param name="IsOpen">Whether some are unknown altogether.</param>
internal sealed record DimProduct(long Factor, IReadOnlyList<string> Names, bool IsOpen)
{
    /// <summary>The number of elements; null unless all dims are known, or one is 0.</summary>
    public long? Size => Factor == 0 || (!IsOpen && Names.Count == 0) ? Factor : null;

    /// <summary>The product of some dims.</summary>
    public static DimProduct Of(IEnumerable<Dim> dims)
    {
        long factor = 1;
        bool isOpen = false;
        List<string> names = [];
        foreach (Dim dim in dims)
        {
            if (dim.Size is long size)
                factor = checked(factor * size);
            else if (dim.Symbol is { } name)
                names.Add(name);
            else
                isOpen = true;
        }
        names.Sort(StringComparer.Ordinal);
        return new DimProduct(factor, names, isOpen);
    }

    /// <summary>As one dim.</summary>
    public Dim ToDim() => Factor == 0 ? Dim.Known(0) : IsOpen || Names.Count > 1 ? Dim.Unknown
        : Names.Count == 0 ? Dim.Known(Factor) : Factor == 1 ? Dim.Named(Names[0]) : Dim.Unknown;

    /// <summary>The quotient, names cancelled; unknown where names or unknown dims are left in the way.</summary>
    /// <param name="divisor">Not 0.</param>
    /// <param name="fits">Whether there is no remainder, as far as can be told.</param>
    public Dim Over(DimProduct divisor, out bool fits)
    {
        fits = true;
        if (Size == 0)
            return divisor.Size is > 0 ? Dim.Known(0) : Dim.Unknown;
        List<string> left = [];
        int next = 0;
        foreach (string name in Names)
        {
            if (next < divisor.Names.Count && string.CompareOrdinal(divisor.Names[next], name) < 0)
                return Dim.Unknown;
            if (next < divisor.Names.Count && divisor.Names[next] == name)
                next++;
            else
                left.Add(name);
        }
        if (IsOpen || divisor.IsOpen || next < divisor.Names.Count)
            return Dim.Unknown;
        if (Factor % divisor.Factor != 0)
        {
            fits = left.Count > 0;
            return Dim.Unknown;
        }
        return new DimProduct(Factor / divisor.Factor, left, false).ToDim();
    }
}
