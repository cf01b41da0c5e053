using System.Diagnostics;
using System.Globalization;

namespace ModelGen.Benchmarks;

/// <summary>A Python that measures Pillow or OpenCV when it is asked to, so that both sides can take turns.</summary>
internal sealed class PythonPeer : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts a Python that has NumPy, and Pillow or cv2 or both.</summary>
    internal PythonPeer(string python) => _process = Process.Start(new ProcessStartInfo(python)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Preprocessing", "peers.py") },
    })!;

    /// <summary>The fastest of some calls in milliseconds; null when this Python has not the library.</summary>
    internal double? Measure(string name, PictureSizes sizes)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {sizes.Width} {sizes.Height} {sizes.TargetWidth} {sizes.TargetHeight}"));
        string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Python ended; its message is above.");
        return line == "none" ? null : double.Parse(line, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
