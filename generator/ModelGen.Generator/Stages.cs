namespace ModelGen.Generator;

/// <summary>The names of the pipeline's stages, as tests ask for them.</summary>
internal static class Stages
{
    internal const string Items = nameof(Items);
    internal const string Files = nameof(Files);
    internal const string Sidecars = nameof(Sidecars);
    internal const string Plans = nameof(Plans);
    internal const string Clashes = nameof(Clashes);
    internal const string Sources = nameof(Sources);
    internal const string Problems = nameof(Problems);

    internal static readonly string[] All = [Items, Files, Sidecars, Plans, Clashes, Sources, Problems];
}
