namespace ModelGen.Generator;

/// <summary>Writes how an instance is made.</summary>
internal static class LifetimeEmitter
{
    internal static void Write(CodeWriter writer, ModelSpec spec)
    {
        writer.Lines($"""
            /// <summary>Loads the model. Static calls use <c>Default</c>, which is loaded at its first use.</summary>
            /// <param name="options">How to load it; null for the defaults.</param>
            /// <exception cref="M::ModelGenException">The file is missing, is another one, or can't be loaded.</exception>
            public {spec.Class}(M::ModelOptions? options = null) : base(Info, options)
            """);
        writer.Line("{").Line("}").Blank();
        writer.Lines($"""
            /// <inheritdoc/>
            public static {spec.Class} Create(M::ModelOptions? options = null) => new(options);
            """).Blank();
    }
}
