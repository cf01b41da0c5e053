using System.Diagnostics;

namespace ModelGen.GpuCheck;

/// <summary>This program once more, for what is settled once a process or needs two of them.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private Child(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts one; it waits for <see cref="Go"/>.</summary>
    /// <param name="settings">The arguments that it gets as well.</param>
    /// <param name="environment">Changes its environment.</param>
    /// <param name="arguments">What it is to do: a kind of <see cref="ChildWork"/>, the model's file, the cache's folder.</param>
    /// <exception cref="CheckFailedException">It does not start.</exception>
    public static Child Start(IEnumerable<string> settings, Action<IDictionary<string, string?>>? environment, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        environment?.Invoke(start.Environment);
        // As "dotnet Gpu.Check.dll" the process is the host.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "Gpu.Check.dll"));
        foreach (string argument in arguments.Prepend("child").Concat(settings))
            start.ArgumentList.Add(argument);
        Child child = new(Process.Start(start)!);
        if (child._process.StandardOutput.ReadLine() is var line && line != "ready")
            throw new CheckFailedException($"a child said '{line}' instead of 'ready': {child._errors.Result}");
        return child;
    }

    /// <summary>Lets it begin.</summary>
    public void Go() => _process.StandardInput.WriteLine("go");

    /// <summary>Its answer: the last line.</summary>
    /// <exception cref="CheckFailedException">It failed.</exception>
    public string Answer()
    {
        string[] lines = _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _process.WaitForExit();
        return _process.ExitCode == 0 && lines.Length > 0
            ? lines[^1]
            : throw new CheckFailedException($"a child ended with code {_process.ExitCode}: {string.Join(' ', lines)} {_errors.Result.Trim()}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }
}
