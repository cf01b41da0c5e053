namespace ModelGen.Generator;

/// <summary>Chooses a class's name and namespace.</summary>
internal static class ClassNames
{
    /// <summary>Names that the class's own members and nested types have: a class can't share them.</summary>
    private static readonly string[] s_taken =
    [
        "Call", "Create", "Default", "Dimensions", "Dispose", "DisposeAsync", "Engine", "Info", "Input", "Interpret", "Label", "Labels", "MapShape", "Output", "Predict",
        "PredictAsync", "Preprocess", "Preprocessing", "Read", "Rent", "Run", "RunAsync", "Scores", "Warmup", .. UniqueNames.ObjectMembers,
    ];

    internal static (string Class, string Namespace) Choose(ModelItem item, ProblemList problems)
    {
        string fromFile = CSharpNames.Identifier(Path.GetFileNameWithoutExtension(item.Path), NameStyle.Pascal, fallback: "Model");
        if (s_taken.Contains(fromFile))
            fromFile += "Model";
        return (Class(item, fromFile, problems), Namespace(item, problems));
    }

    private static string Class(ModelItem item, string fromFile, ProblemList problems)
    {
        if (item.Class.Length == 0)
            return fromFile;
        if (MetadataNames.CheckClass(item.Class) is { } problem)
        {
            problems.AddRange([problem]);
            return fromFile;
        }
        if (!s_taken.Contains(item.Class))
            return item.Class;
        problems.Add(
            MetadataRules.ClassMalformed,
            $"ModelGenClass=\"{item.Class}\" is the name of a member that every generated class has. Choose another, as {item.Class}Model.");
        return item.Class + "Model";
    }

    private static string Namespace(ModelItem item, ProblemList problems)
    {
        if (item.Namespace.Length == 0)
            return MetadataNames.CheckNamespace(item.RootNamespace) is null ? item.RootNamespace : "";
        if (MetadataNames.CheckNamespace(item.Namespace) is not { } problem)
            return item.Namespace;
        problems.AddRange([problem]);
        return item.RootNamespace;
    }
}
