using System.Diagnostics;

namespace ModelGen.CacheFaults;

/// <summary>This program once more, as a builder in a process of its own.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    /// <summary>Starts one; it waits for <see cref="Go"/>.</summary>
    public static Child Start(params string[] arguments) => Start(noLocksInDotNet: false, arguments);

    /// <summary>Starts one, on request with the locks of .NET turned off, as some programs have them for the sake of network disks.</summary>
    public static Child Start(bool noLocksInDotNet, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (noLocksInDotNet)
            start.Environment["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1";
        // As "dotnet Cache.Faults.dll" the process is the host.
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "Cache.Faults.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        Child child = new(Process.Start(start)!);
        child.Expect("ready");
        return child;
    }

    /// <summary>Lets it begin.</summary>
    public void Go() => _process.StandardInput.WriteLine("go");

    /// <summary>Its next line; null when it has ended.</summary>
    public string? Line() => _process.StandardOutput.ReadLine();

    /// <summary>All lines until its end.</summary>
    public string Rest()
    {
        string text = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return text.Trim();
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Expect(string line)
    {
        if (Line() is var actual && actual != line)
            throw new InvalidOperationException($"The child said '{actual}' instead of '{line}'.");
    }
}
