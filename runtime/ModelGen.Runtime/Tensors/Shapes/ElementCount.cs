using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ModelGen;

/// <summary>The product of dims. Everything here is inlined over constants, so the JIT is left with one number.</summary>
internal static class ElementCount
{
    /// <summary>One more dim. A count beyond <see cref="int.MaxValue"/> stays there until a dim of 0 makes it 0 again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Times(long count, int dim) => count <= int.MaxValue ? count * dim : dim == 0 ? 0 : count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Checked<TShape>(long count)
        where TShape : struct, IShape
    {
        if (count > int.MaxValue)
            TooMany<TShape>();
        return (int)count;
    }

    [DoesNotReturn]
    private static void TooMany<TShape>()
        where TShape : struct, IShape =>
        throw new ModelGenException(
            "The shape has too many elements",
            expected: FormattableString.Invariant($"at most {int.MaxValue}"),
            actual: ShapeText.Of<TShape>(),
            remedy: "Run the model on smaller pieces: .NET indexes memory with 32-bit integers.");
}
