using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>Managed arrays whose elements can begin at a cache line and never move, so that native code may keep their address.</summary>
/// <remarks>
/// The memory is the garbage collector's (its pinned object heap), so a view that outlives its buffer reads old data at worst, never
/// somebody else's memory. Arrays of references can't be handed to native code; they are ordinary arrays.
/// </remarks>
internal static class AlignedArray
{
    /// <summary>A cache line of x64, and what AVX-512 loads without a split.</summary>
    public const int Alignment = 64;

    public static T[] Allocate<T>(int length, bool zeroed)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            return new T[length];
        int room = checked(length + Alignment / Unsafe.SizeOf<T>());
        return zeroed ? GC.AllocateArray<T>(room, pinned: true) : GC.AllocateUninitializedArray<T>(room, pinned: true);
    }

    /// <summary>Index of the first element that lies on a cache line.</summary>
    /// <remarks>
    /// Pinned arrays lie on 8 bytes, so elements of 1, 2, 4 and 8 bytes always reach a cache line. Larger ones (complex numbers) may
    /// not in steps of their size, and then begin where the array does.
    /// </remarks>
    public static unsafe int Start<T>(T[] array)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            return 0;
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        int gap = (int)((Alignment - address % Alignment) % Alignment);
        return gap % Unsafe.SizeOf<T>() == 0 ? gap / Unsafe.SizeOf<T>() : 0;
    }
}
