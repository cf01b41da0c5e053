using System.Runtime.ExceptionServices;

namespace ModelGen;

public sealed partial class ImagePipeline
{
    /// <summary>Writes the tensors of several pictures, one after the other, on several threads.</summary>
    /// <param name="images">The pictures; they may differ in size and format.</param>
    /// <param name="destination">Exactly <see cref="ImageSteps.Length"/> numbers for each picture: N × channels × height × width, say.</param>
    /// <param name="maxThreads">The most threads at a time; 0 for as many as there are processors, 1 for the calling one alone.</param>
    /// <param name="cancellationToken">Ends the work between two pictures; what was written stays.</param>
    /// <exception cref="ArgumentException">The destination has another length, or a picture does not suit the steps; the message says which.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxThreads"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    /// <remarks>On one thread nothing is allocated in steady state; on several, a few kilobytes a call by the thread pool.</remarks>
    public void WriteBatch(IReadOnlyList<Image> images, Span<float> destination, int maxThreads = 0, CancellationToken cancellationToken = default) =>
        WriteBatch<float>(images, destination, maxThreads, cancellationToken);

    /// <inheritdoc cref="WriteBatch(IReadOnlyList{Image}, Span{float}, int, CancellationToken)"/>
    public void WriteBatch(IReadOnlyList<Image> images, Span<Half> destination, int maxThreads = 0, CancellationToken cancellationToken = default) =>
        WriteBatch<Half>(images, destination, maxThreads, cancellationToken);

    /// <inheritdoc cref="WriteBatch(IReadOnlyList{Image}, Span{float}, int, CancellationToken)"/>
    public void WriteBatch(IReadOnlyList<Image> images, Span<byte> destination, int maxThreads = 0, CancellationToken cancellationToken = default) =>
        WriteBatch<byte>(images, destination, maxThreads, cancellationToken);

    /// <inheritdoc cref="WriteBatch(IReadOnlyList{Image}, Span{float}, int, CancellationToken)"/>
    public void WriteBatch(IReadOnlyList<Image> images, Span<sbyte> destination, int maxThreads = 0, CancellationToken cancellationToken = default) =>
        WriteBatch<sbyte>(images, destination, maxThreads, cancellationToken);

    private unsafe void WriteBatch<T>(IReadOnlyList<Image> images, Span<T> destination, int maxThreads, CancellationToken cancellationToken)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfNegative(maxThreads);
        if (destination.Length != (long)images.Count * Steps.Length)
        {
            throw new ArgumentException(
                $"Expected room for exactly {images.Count} pictures of {Steps.Length} numbers = {(long)images.Count * Steps.Length}, got {destination.Length}.",
                nameof(destination));
        }

        fixed (T* tensors = destination)
        {
            if (maxThreads == 1 || images.Count < 2)
            {
                for (int i = 0; i < images.Count; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    WriteOne(images, i, tensors);
                }
            }
            else
            {
                WriteParallel(images, tensors, maxThreads, cancellationToken);
            }
        }
    }

    // The caller waits here, so that its memory stays pinned. A method of its own: what a lambda captures is allocated where it is declared.
    private unsafe void WriteParallel<T>(IReadOnlyList<Image> images, T* tensors, int maxThreads, CancellationToken cancellationToken)
        where T : unmanaged
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = maxThreads == 0 ? -1 : maxThreads };
        try
        {
            Parallel.For(0, images.Count, options, i => WriteOne(images, i, tensors));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    private unsafe void WriteOne<T>(IReadOnlyList<Image> images, int index, T* tensors)
        where T : unmanaged
    {
        Image image = images[index] ?? throw new ArgumentException($"Expected {images.Count} pictures, but the one at {index} is null.", nameof(images));
        try
        {
            Write(image, new Span<T>(tensors + (nint)index * Steps.Length, Steps.Length));
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"The picture at {index}: {exception.Message}", nameof(images), exception);
        }
    }
}
