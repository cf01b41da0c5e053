namespace ModelGen;

/// <summary>What an 8-bit float format holds beyond its finite numbers.</summary>
internal enum Float8Special
{
    /// <summary>Nothing; the bits of negative zero are NaN instead.</summary>
    None,

    /// <summary>NaN with all exponent and mantissa bits set.</summary>
    NaN,

    /// <summary>As in IEEE 754: with all exponent bits set, infinity where the mantissa is 0, else NaN.</summary>
    InfinityAndNaN,
}
