using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>The inputs as ONNX Runtime takes them; disposing frees their memory.</summary>
internal sealed class FeedValues : IDisposable
{
    private readonly List<OrtValue> _values = [];

    /// <summary>Takes memory and fills it.</summary>
    /// <exception cref="UserFault">There is not enough memory.</exception>
    internal FeedValues(IReadOnlyList<Feed> feeds)
    {
        Names = [.. feeds.Select(feed => feed.Name)];
        foreach (Feed feed in feeds)
            _values.Add(Create(feed));
    }

    /// <summary>The inputs' names.</summary>
    internal string[] Names { get; }

    /// <summary>Their values, in the same order.</summary>
    internal IReadOnlyList<OrtValue> Values => _values;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (OrtValue value in _values)
            value.Dispose();
    }

    private static OrtValue Create(Feed feed)
    {
        if (feed.Element == ElementType.String)
        {
            OrtValue text = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, feed.Shape);
            for (int i = 0; i < feed.Array?.Strings.Length; i++)
                text.StringTensorSetElementAt(feed.Array.Strings[i].AsSpan(), i);
            return text;
        }
        OrtValue value = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, Tensors.Runtime(feed.Element), feed.Shape);
        if (value.GetTensorSizeInBytes() is 0)
            return value;
        if (value.GetTensorSizeInBytes() > int.MaxValue)
        {
            value.Dispose();
            throw new UserFault($"Input {Printable.Quote(feed.Name)} of {Tensors.Shape(feed.Shape)} takes more than 2 GiB, which can't be fed from here. Fix smaller sizes.");
        }
        Span<byte> data = value.GetTensorMutableRawData();
        if (feed.Array is null)
            data.Clear();
        else if (feed.Element == ElementType.BFloat16)
            Tensors.Narrow(feed.Array.Data, data);
        else
            feed.Array.Data.CopyTo(data);
        return value;
    }
}
