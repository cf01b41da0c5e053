namespace SampleApp.Tests;

/// <summary>A fact of Unix: signals, and file names that Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has neither such signals nor such names.";
    }
}
