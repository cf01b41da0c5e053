using System.ComponentModel;

namespace Dims;

/// <summary>A dim of 1,000 to 999,999: 50,257 is <c>N&lt;N50, N257&gt;</c>.</summary>
/// <typeparam name="TThousands">Leading group of digits: the thousands.</typeparam>
/// <typeparam name="TOnes">Group of digits: the ones.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct N<TThousands, TOnes> : IDim
    where TThousands : struct, ILeadingGroup
    where TOnes : struct, IGroup
{
    static int IDim.Value => TThousands.Value * 1000 + TOnes.Value;

    static void IDim.OnlyModelGenImplementsDims() { }
}
