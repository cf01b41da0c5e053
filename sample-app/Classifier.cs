using System.Diagnostics;
using ModelGen;

namespace SampleApp;

/// <summary>Runs the model on pictures and takes the time of each step.</summary>
/// <remarks>
/// Who needs no times needs none of this: <c>EfficientNetLite0.Predict("cat.jpg").TopK(3)</c> is the whole program.
/// </remarks>
internal sealed class Classifier : IDisposable
{
    private readonly EfficientNetLite0 _model = new();

    /// <summary>Runs some pictures without taking times: the first ones pay for what is compiled and loaded at its first use.</summary>
    internal void WarmUp(IEnumerable<Picture> pictures, CancellationToken stop)
    {
        foreach (Picture picture in pictures)
            Classify(picture, top: 1, stop);
    }

    /// <summary>Decodes a picture and classifies it.</summary>
    /// <returns>The answer, or why there is none.</returns>
    internal Outcome Classify(Picture picture, int top, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        if (!Image.TryLoad(picture.Path, out Image? image, out string? problem))
            return Outcome.Skipped(picture.Name, problem);
        TimeSpan decode = Stopwatch.GetElapsedTime(start);

        (Prediction<EfficientNetLite0.Label>[] predictions, TimeSpan preprocess, TimeSpan inference) = Infer(image, top, stop);
        return Outcome.Done(
            picture.Name,
            [.. predictions.Select(prediction => new Answer(prediction.Index, prediction.Name, prediction.Probability))],
            new Times(Milliseconds(decode), Milliseconds(preprocess), Milliseconds(inference)));
    }

    public void Dispose() => _model.Dispose();

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);

    /// <summary>The fastest way to run a model: a rented call over the engine's own buffers, so that nothing is copied.</summary>
    private (Prediction<EfficientNetLite0.Label>[] Predictions, TimeSpan Preprocess, TimeSpan Inference) Infer(Image image, int top, CancellationToken stop)
    {
        using EfficientNetLite0.Call call = _model.Rent();

        long start = Stopwatch.GetTimestamp();
        EfficientNetLite0.Preprocess(image, call.Image);
        TimeSpan preprocess = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        call.Run(stop);
        TimeSpan inference = Stopwatch.GetElapsedTime(start);

        return (call.Classify().TopK(top), preprocess, inference);
    }
}
