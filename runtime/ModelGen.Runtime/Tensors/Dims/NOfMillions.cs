using System.ComponentModel;

namespace Dims;

/// <summary>A dim of 1,000,000 to 999,999,999: 1,000,000 is <c>N&lt;N1, N0, N0&gt;</c>.</summary>
/// <typeparam name="TMillions">Leading group of digits: the millions.</typeparam>
/// <typeparam name="TThousands">Group of digits: the thousands.</typeparam>
/// <typeparam name="TOnes">Group of digits: the ones.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct N<TMillions, TThousands, TOnes> : IDim
    where TMillions : struct, ILeadingGroup
    where TThousands : struct, IGroup
    where TOnes : struct, IGroup
{
    static int IDim.Value => (TMillions.Value * 1000 + TThousands.Value) * 1000 + TOnes.Value;

    static void IDim.OnlyModelGenImplementsDims() { }
}
