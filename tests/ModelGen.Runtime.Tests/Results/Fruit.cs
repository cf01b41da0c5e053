namespace ModelGen.Tests.Results;

/// <summary>Classes of a small model.</summary>
public enum Fruit
{
    Apple,
    Pear,
    TigerMelon,
    Plum,
}
