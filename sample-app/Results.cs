namespace SampleApp;

/// <summary>One label of a picture.</summary>
/// <param name="Class">Its place among the model's classes.</param>
/// <param name="Label">The model's own name of the class.</param>
/// <param name="Probability">0 to 1.</param>
internal sealed record Answer(int Class, string Label, float Probability);

/// <summary>Milliseconds of one picture's steps.</summary>
/// <param name="Decode">Reading and decoding the file.</param>
/// <param name="Preprocess">From pixels to the input tensor.</param>
/// <param name="Inference">Running the network.</param>
internal sealed record Times(double Decode, double Preprocess, double Inference);

/// <summary>What came of one picture: answers with their times, or a problem.</summary>
internal sealed record Outcome(string File, IReadOnlyList<Answer> Answers, Times? Milliseconds, string? Problem)
{
    internal static Outcome Done(string file, IReadOnlyList<Answer> answers, Times milliseconds) => new(file, answers, milliseconds, null);

    internal static Outcome Skipped(string file, string problem) => new(file, [], null, problem);
}
