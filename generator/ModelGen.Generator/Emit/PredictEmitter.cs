namespace ModelGen.Generator;

/// <summary>Writes the static calls on the shared default instance.</summary>
internal static class PredictEmitter
{
    internal static void Write(CodeWriter writer, ModelBody body)
    {
        writer.Line("/// <summary>Runs the network as it is on the shared default instance: no preprocessing, no reading of results.</summary>");
        Signatures.Docs(writer, body);
        string call = body.Inputs.Count == 0 ? "Default.Run()" : $"Default.Run(new Input({Signatures.Arguments(body)}))";
        writer.Line($"public static Output Predict({Signatures.Parameters(body)}) => {call};").Blank();

        if (body.Inputs.Count > 0)
        {
            writer.Lines("""
                /// <summary>Runs the network as it is on the shared default instance: no preprocessing, no reading of results.</summary>
                public static Output Predict(Input input) => Default.Run(input);
                """).Blank();
        }
        // After the tensors: where no overload fits, the compiler's error names the first one, and a wrong shape should name the right shape.
        if (body.Preprocessing is not null)
            WriteImage(writer, body);
    }

    private static void WriteImage(CodeWriter writer, ModelBody body)
    {
        string result = BaseTypes.ImageResult(body);
        string verb = ResultEmitter.Verb(body.Result);
        writer.Lines($"""
            /// <summary>{verb} one picture on the shared default instance, which is loaded at the first call.</summary>
            /// <param name="image">Any size and pixel format. What happens to it: {XmlText.Line(body.Preprocessing!.Words)}.</param>
            public static {result} Predict(M::ImageView image) => Default.Run(image);
            """).Blank();
        writer.Lines($"""
            /// <summary>{verb} several pictures on the shared default instance.</summary>
            public static {result}[] Predict(S::ReadOnlySpan<M::Image> images) => Default.Run(images);
            """).Blank();
        writer.Lines($"""
            /// <summary>{verb} one picture on the shared default instance without holding the caller's thread.</summary>
            /// <exception cref="S::OperationCanceledException">The token was cancelled; a run under way stops.</exception>
            public static S::Threading.Tasks.Task<{result}> PredictAsync(M::Image image, S::Threading.CancellationToken cancellationToken = default) =>
                Default.RunAsync(image, cancellationToken);
            """).Blank();
    }
}
