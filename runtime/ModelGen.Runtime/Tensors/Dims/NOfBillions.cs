using System.ComponentModel;

namespace Dims;

/// <summary>A dim of 1,000,000,000 to 2,147,483,647: 2,147,483,647 is <c>N&lt;N2, N147, N483, N647&gt;</c>.</summary>
/// <remarks>A larger number throws <see cref="ModelGen.ModelGenException"/> where its value is first used.</remarks>
/// <typeparam name="TBillions">Leading group of digits: the billions.</typeparam>
/// <typeparam name="TMillions">Group of digits: the millions.</typeparam>
/// <typeparam name="TThousands">Group of digits: the thousands.</typeparam>
/// <typeparam name="TOnes">Group of digits: the ones.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct N<TBillions, TMillions, TThousands, TOnes> : IDim
    where TBillions : struct, ILeadingGroup
    where TMillions : struct, IGroup
    where TThousands : struct, IGroup
    where TOnes : struct, IGroup
{
    static int IDim.Value => Base1000.Billions(TBillions.Value, TMillions.Value, TThousands.Value, TOnes.Value);

    static void IDim.OnlyModelGenImplementsDims() { }
}
