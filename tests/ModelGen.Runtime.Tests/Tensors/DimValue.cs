using System.Reflection;
using Dims;

namespace ModelGen.Tests.Tensors;

/// <summary>Values of dims that are known only as reflection sees them.</summary>
internal static class DimValue
{
    public static int Of(Type dim)
    {
        MethodInfo method = typeof(DimValue).GetMethod(nameof(OfDim), BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(dim);
        return (int)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    }

    public static int OfDim<TDim>()
        where TDim : struct, IDim => TDim.Value;
}
