namespace Package.Tests;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record ToolResult(string Command, int ExitCode, string Output)
{
    public string[] Lines => Output.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>This result, when the program succeeded.</summary>
    public ToolResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command}\nended with {ExitCode} and said:\n{Output}");
        return this;
    }

    /// <summary>This result, when the program failed.</summary>
    public ToolResult Failed()
    {
        Assert.True(ExitCode != 0, $"{Command}\nsucceeded, and should not have. It said:\n{Output}");
        return this;
    }

    /// <summary>What a line <c>key=value</c> says.</summary>
    public string this[string key]
    {
        get
        {
            string? line = Lines.SingleOrDefault(line => line.StartsWith(key + "=", StringComparison.Ordinal));
            Assert.True(line is not null, $"{Command}\ndid not say {key}=…, but:\n{Output}");
            return line[(key.Length + 1)..];
        }
    }
}
