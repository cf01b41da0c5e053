using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace ModelGen.Tests;

public class MissingNativeLibraryTests
{
    [Fact]
    public void TheMessageNamesThePackageToAdd()
    {
        // A second copy of the assemblies whose SkiaSharp finds no native library.
        var context = new AssemblyLoadContext("without libSkiaSharp", isCollectible: true);
        context.Resolving += (c, name) =>
            Path.Combine(AppContext.BaseDirectory, name.Name + ".dll") is var path && File.Exists(path) ? c.LoadFromAssemblyPath(path) : null;
        Assembly skiaSharp = context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "SkiaSharp.dll"));
        NativeLibrary.SetDllImportResolver(skiaSharp, (name, _, _) => throw new DllNotFoundException($"Unable to load shared library '{name}'. Advice of the loader.\nMore lines."));
        Type imageFile = context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "ModelGen.Skia.dll")).GetType("ModelGen.ImageFile", throwOnError: true)!;
        Type options = imageFile.Assembly.GetType("ModelGen.ImageLoadOptions", throwOnError: true)!;
        MethodInfo load = imageFile.GetMethod("Load", [typeof(string), options])!;

        // Twice: the second failure of a static constructor looks different from the first.
        for (int i = 0; i < 2; i++)
        {
            Exception e = Assert.Throws<TargetInvocationException>(() => load.Invoke(null, [TestData.Format("png-rgb8.png"), null])).InnerException!;
            Assert.Equal("ModelGen.ImageDecodeException", e.GetType().FullName);
            Assert.Contains("Add the package SkiaSharp.NativeAssets.", e.Message, StringComparison.Ordinal);
            Assert.Contains("\"Unable to load shared library 'libSkiaSharp'\" from the loader. ", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
        }
        context.Unload();
    }
}
