extern alias runtime;

using ModelGen.Preprocessing;
using runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>Turns steps as the generator has them into those of the runtime: what the emitted class says in source.</summary>
internal static class StepsOf
{
    /// <summary>The runtime's steps for one picture; where the spec leaves the tensor's size to the picture, it is settled here.</summary>
    /// <param name="spec">The steps.</param>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <exception cref="ArgumentException">The picture would become too large.</exception>
    internal static ImageSteps Picture(PreprocessingSpec spec, int width, int height)
    {
        ImageResize resize = Resize(spec.Resize);
        (int tensorWidth, int tensorHeight) = spec.Width != 0 ? (spec.Width, spec.Height) : resize.TargetOf(width, height);
        return new ImageSteps
        {
            Width = tensorWidth,
            Height = tensorHeight,
            Color = Same<runtime::ModelGen.ImageColor>(spec.Color),
            Layout = Same<runtime::ModelGen.ImageLayout>(spec.Layout),
            Resize = resize,
            CenterCrop = spec.CenterCrop is not null,
            CropRounding = Same<runtime::ModelGen.CropRounding>(spec.CropRounding),
            Padding = spec.Padding is { } padding ? Padding(padding) : null,
            Background = [.. spec.Background],
            Rescale = spec.Rescale,
            // Steps that do nothing stay empty, as in the emitted class.
            Mean = spec.Mean.Any(mean => mean != 0) ? [.. spec.Mean] : [],
            Std = spec.Std.Any(std => std != 1) ? [.. spec.Std] : [],
            DividesTwice = spec.DividesTwice,
            Quantization = spec.Quantization is { } quantization ? new ImageQuantization(quantization.Scale, quantization.ZeroPoint) : null,
            NumberRule = Same<runtime::ModelGen.NumberRule>(spec.NumberRule),
        };
    }

    private static ImageResize Resize(ResizeStep step)
    {
        ResizeFilter filter = Same<ResizeFilter>(step.Filter);
        ImageResize resize = step.Kind switch
        {
            ResizeKind.None => ImageResize.None,
            ResizeKind.ShorterSide when step.Height != 0 => ImageResize.ShorterSide(step.Width, step.Height, filter),
            ResizeKind.ShorterSide => ImageResize.ShorterSide(step.Width, filter),
            ResizeKind.LongerSide => ImageResize.LongerSide(step.Width, filter),
            ResizeKind.Within => ImageResize.Within(step.Width, step.Height, filter),
            ResizeKind.NearerScale => ImageResize.NearerScale(step.Width, step.Height, filter),
            ResizeKind.ToHeight => ImageResize.ToHeight(step.Height, step.Width, filter),
            _ => ImageResize.To(step.Width, step.Height, filter),
        };
        return resize with
        {
            Arithmetic = Same<runtime::ModelGen.ResizeArithmetic>(step.Arithmetic),
            PassOrder = Same<runtime::ModelGen.PassOrder>(step.PassOrder),
            Rounding = Same<runtime::ModelGen.SizeRounding>(step.Rounding),
            OnlyShrinks = step.OnlyShrinks,
            MultipleOf = step.MultipleOf,
        };
    }

    private static ImagePadding Padding(PaddingStep padding)
    {
        runtime::ModelGen.ImageAnchor anchor = Same<runtime::ModelGen.ImageAnchor>(padding.Anchor);
        return padding.Number is { } number ? ImagePadding.WithNumber((float)number, anchor) : ImagePadding.WithLevel((byte)padding.Level, anchor);
    }

    /// <summary>The member of the same name; an architecture test holds that there is one.</summary>
    private static T Same<T>(Enum value)
        where T : struct, Enum => Enum.Parse<T>(value.ToString());
}
