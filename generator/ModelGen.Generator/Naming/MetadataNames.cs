using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Checks the names that users give in a project file.</summary>
internal static class MetadataNames
{
    /// <summary>Words that are fine as names of members, but that C# does not take, or takes for something else, as a type's name.</summary>
    private static readonly HashSet<string> s_notTypes =
        ["allows", "async", "dynamic", "extension", "file", "managed", "nint", "notnull", "nuint", "partial", "record", "required", "scoped", "unmanaged", "var", "where", "yield"];

    /// <summary>What is wrong with a value of <c>ModelGenClass</c>; null when nothing is.</summary>
    internal static Problem? CheckClass(string value)
    {
        if (CSharpNames.IsUsable(value) && !s_notTypes.Contains(value))
            return null;
        string proposal = CSharpNames.Identifier(value, NameStyle.Pascal, fallback: "Model");
        return new Problem(
            MetadataRules.ClassMalformed,
            $"ModelGenClass=\"{XmlText.Plain(value)}\" is no name for a C# class. Write a name of letters, digits and underscores that is no keyword and does not begin with a digit, as {proposal}.");
    }

    /// <summary>What is wrong with a value of <c>ModelGenNamespace</c>; null when nothing is.</summary>
    internal static Problem? CheckNamespace(string value)
    {
        string[] parts = value.Split('.');
        if (parts.All(CSharpNames.IsUsable))
            return null;
        string proposal = string.Join(".", parts.Select(part => CSharpNames.Identifier(part, NameStyle.Pascal, fallback: "Models")).Take(8));
        return new Problem(
            MetadataRules.NamespaceMalformed,
            $"ModelGenNamespace=\"{XmlText.Plain(value)}\" is no C# namespace. Write names of letters, digits and underscores with dots between them, as {proposal}.");
    }
}
