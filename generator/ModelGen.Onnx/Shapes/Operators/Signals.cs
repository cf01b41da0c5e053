namespace ModelGen.Onnx.Operators;

/// <summary>Fourier transforms. The last dim of signals and spectra is 1 for real numbers and 2 for complex ones.</summary>
internal static class Signals
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Signals",
    [
        new("DFT", [17, 20], Dft),
        new("STFT", [17], Stft),
    ]);

    private static void Dft(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        if (shape is null)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        bool oneSided = node.Int("onesided", 0) != 0, inverse = node.Int("inverse", 0) != 0;
        Dim[] dims = [.. shape.Dims];
        // The axis is an attribute that defaults to 1 in version 17, and an input that defaults to -2 from 20.
        long? axis = node.Opset < 20 ? node.Int("axis", 1) : node.Has(2) ? node.Single(2).Integer : -2;
        if (axis is long known)
        {
            int i = node.Axis(known, shape.Rank);
            if (i == shape.Rank - 1)
                throw node.Fail($"can't transform along axis {axis}: the last dim holds the parts of complex numbers");
            dims[i] = Length(node, dims[i], oneSided, inverse);
        }
        else
        {
            node.LoseFor(2);
            for (int i = 0; i < dims.Length - 1; i++)
                dims[i] = Dim.Unknown;
        }
        dims[^1] = Dim.Known(oneSided && inverse ? 1 : 2);
        node.Set(0, node.Element(0), dims);
    }

    private static Dim Length(NodeContext node, Dim signal, bool oneSided, bool inverse)
    {
        Dim length = node.Has(1) ? node.Single(1).ToDim() : oneSided && inverse ? signal.Plus(-1).Times(2) : signal;
        if (length == Dim.Unknown && node.Has(1))
            node.LoseFor(1);
        if (node.Has(1) && node.Single(1).Integer < 1)
            throw node.Fail($"needs a dft_length of at least 1, but has {node.Single(1)}");
        return oneSided && !inverse ? Half(length) : length;
    }

    private static void Stft(NodeContext node)
    {
        TensorShape? signal = node.Shape(0, rank: 3), window = node.Shape(2, rank: 1);
        Dim length = node.Has(3) ? node.Single(3).ToDim() : node.Has(2) ? window.At(0) : signal.At(1);
        if (node.Has(3) && length == Dim.Unknown && window is not null)
            length = window.Dims[0];
        long? step = node.Single(1).Integer;
        if (step < 1)
            throw node.Fail($"needs a frame_step of at least 1, but has {step}");
        if (step is null)
            node.LoseFor(1);
        if (node.Has(3) && length == Dim.Unknown)
            node.LoseFor(3);

        Dim frames = Dim.Unknown;
        if (signal?.Dims[1].Size is long whole && length.Size is long frame && step is long by)
            frames = whole >= frame ? Dim.Known((whole - frame) / by + 1) : throw node.Fail($"needs a signal of at least one frame, but it has {whole} samples and a frame {frame}");
        node.Set(0, node.Element(0), signal.At(0), frames, node.Int("onesided", 1) != 0 ? Half(length) : length, Dim.Known(2));
    }

    // The other half of a real signal's spectrum mirrors this one.
    private static Dim Half(Dim length) => length.Size is long size ? Dim.Known(size / 2 + 1) : Dim.Unknown;
}
