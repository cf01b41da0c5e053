using System.Runtime.InteropServices;

namespace ModelGen.Tests.Imaging;

/// <summary>Bytes that end where a page without access begins, so that reading one byte too far ends the process (Linux and macOS).</summary>
internal sealed unsafe partial class GuardedBytes : IDisposable
{
    private const int ReadWrite = 3, Private = 2, None = 0;

    private readonly byte* _start;
    private readonly nuint _mapped;
    private readonly int _length;
    private readonly int _offset;

    internal GuardedBytes(ReadOnlySpan<byte> content)
    {
        int page = Environment.SystemPageSize, pages = (content.Length + page - 1) / page;
        _length = content.Length;
        _offset = pages * page - content.Length;
        _mapped = (nuint)((pages + 1) * page);
        if (IsGuarded)
        {
            int anonymous = OperatingSystem.IsMacOS() ? 0x1000 : 0x20;
            _start = (byte*)Map(null, _mapped, ReadWrite, Private | anonymous, -1, 0);
            Assert.NotEqual(-1, (nint)_start);
            Assert.Equal(0, Protect(_start + pages * page, (nuint)page, None));
        }
        else
        {
            _start = (byte*)NativeMemory.Alloc(_mapped);
        }

        content.CopyTo(new Span<byte>(_start + _offset, _length));
    }

    internal ReadOnlySpan<byte> Span => new(_start + _offset, _length);

    private static bool IsGuarded => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    public void Dispose()
    {
        if (IsGuarded) _ = Unmap(_start, _mapped);
        else NativeMemory.Free(_start);
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);
}
