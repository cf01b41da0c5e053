using System.Diagnostics.CodeAnalysis;

namespace ModelGen;

/// <summary>Reads image files: <c>Image.Load("cat.jpg")</c>.</summary>
/// <remarks>
/// JPEG, PNG, GIF, BMP and WebP. Pixels come as the file stores them: no colour management, no gamma. Gray files give
/// <see cref="PixelFormat.Gray8"/>; all others give <see cref="PixelFormat.Rgba32"/> with straight (not premultiplied) alpha,
/// 255 where the file has none. 16-bit samples keep their high byte, animations their first frame. The orientation that
/// EXIF asks for is applied. All members are safe to call from any number of threads.
/// </remarks>
public static class ImageFile
{
    extension(Image)
    {
        /// <summary>Reads and decodes an image file.</summary>
        /// <param name="path">Path of the file.</param>
        /// <param name="options">Limits and orientation; null for the defaults.</param>
        /// <returns>The picture, upright.</returns>
        /// <exception cref="ImageDecodeException">The file is no image that can be decoded, is damaged or incomplete, or exceeds a limit.</exception>
        /// <exception cref="IOException">The file is missing or can't be read.</exception>
        /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
        public static Image Load(string path, ImageLoadOptions? options = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            options ??= ImageLoadOptions.Default;
            using PooledBytes bytes = PooledBytes.Read(path, options);
            return SkiaDecoder.Decode(bytes.Span, Path.GetFileName(path), options);
        }

        /// <summary>Reads a stream from where it stands to its end and decodes it. The stream stays open.</summary>
        /// <param name="stream">A readable stream; it need not be seekable.</param>
        /// <param name="options">Limits and orientation; null for the defaults.</param>
        /// <returns>The picture, upright.</returns>
        /// <exception cref="ImageDecodeException">The data are no image that can be decoded, are damaged or incomplete, or exceed a limit.</exception>
        /// <exception cref="IOException">The stream can't be read.</exception>
        public static Image Load(Stream stream, ImageLoadOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(stream);
            options ??= ImageLoadOptions.Default;
            string name = stream is FileStream file ? Path.GetFileName(file.Name) : SkiaDecoder.NamelessStream;
            using PooledBytes bytes = PooledBytes.Read(stream, name, options);
            return SkiaDecoder.Decode(bytes.Span, name, options);
        }

        /// <summary>Decodes an image file that lies in memory.</summary>
        /// <param name="file">The bytes of the whole file.</param>
        /// <param name="options">Limits and orientation; null for the defaults.</param>
        /// <returns>The picture, upright.</returns>
        /// <exception cref="ImageDecodeException">The data are no image that can be decoded, are damaged or incomplete, or exceed a limit.</exception>
        public static Image Decode(ReadOnlySpan<byte> file, ImageLoadOptions? options = null) =>
            SkiaDecoder.Decode(file, SkiaDecoder.NamelessBytes, options ?? ImageLoadOptions.Default);

        /// <summary>Reads and decodes an image file; says what is wrong instead of throwing.</summary>
        /// <param name="path">Path of the file.</param>
        /// <param name="image">The picture, or null.</param>
        /// <param name="problem">What was expected and what came, in one line; null on success.</param>
        /// <param name="options">Limits and orientation; null for the defaults.</param>
        /// <returns>Whether there is a picture.</returns>
        public static bool TryLoad(
            string path, [NotNullWhen(true)] out Image? image, [NotNullWhen(false)] out string? problem, ImageLoadOptions? options = null)
        {
            ArgumentNullException.ThrowIfNull(path);
            (image, problem) = (null, null);
            try
            {
                image = Load(path, options);
                return true;
            }
            catch (Exception e) when (e is ImageDecodeException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                problem = e.Message;
                return false;
            }
        }
    }
}
