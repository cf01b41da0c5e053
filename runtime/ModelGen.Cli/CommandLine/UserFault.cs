namespace ModelGen.Cli;

/// <summary>Ends a command because its input is at fault. The message says what was expected, what came, and what to do; it goes to standard error as it is.</summary>
internal sealed class UserFault(string message, Exception? cause = null) : Exception(message, cause);
