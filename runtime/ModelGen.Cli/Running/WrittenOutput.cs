namespace ModelGen.Cli;

/// <summary>What came of one output, or of one element of a sequence.</summary>
/// <param name="Name">The output's name, with an index for an element.</param>
/// <param name="Shape">Its dims in words; empty when it has none.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">Its numbers; null for text and for what could not be written.</param>
/// <param name="File">The file's name; null when there is none.</param>
/// <param name="Remark">What there is to say about it; empty when nothing.</param>
internal sealed record WrittenOutput(string Name, string Shape, string Type, Summary? Summary, string? File, string Remark);
