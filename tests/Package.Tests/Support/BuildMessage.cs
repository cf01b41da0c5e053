namespace Package.Tests;

/// <summary>One error or warning of a build.</summary>
internal sealed record BuildMessage(string File, int Line, bool IsError, string Id, string Text, string Project);
