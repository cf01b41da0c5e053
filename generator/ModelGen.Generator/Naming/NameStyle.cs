namespace ModelGen.Generator;

/// <summary>How a C# name is written.</summary>
internal enum NameStyle
{
    /// <summary><c>LastHiddenState</c>: types, members and enum members.</summary>
    Pascal,

    /// <summary><c>lastHiddenState</c>: parameters.</summary>
    Camel,
}
