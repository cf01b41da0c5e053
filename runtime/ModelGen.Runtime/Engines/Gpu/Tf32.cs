using System.Runtime.InteropServices;

namespace ModelGen.Engines;

/// <summary>Tells NVIDIA's libraries to multiply float32 exactly. TensorRT's provider has no setting for it; the libraries read an environment variable when they start.</summary>
internal static partial class Tf32
{
    /// <summary>What the report says where it is allowed.</summary>
    public const string Remark = "float32 is multiplied with 10 bits of mantissa (TF32) where the GPU can; CudaOptions.AllowTF32 = false turns that off.";

    private const string Variable = "NVIDIA_TF32_OVERRIDE";

    private static readonly Lock s_gate = new();
    private static bool? s_allowed;

    /// <summary>Settles it for the process, before TensorRT's first session.</summary>
    /// <exception cref="ModelGenException">An earlier model settled it the other way.</exception>
    public static void Settle(string model, bool allowed)
    {
        lock (s_gate)
        {
            if (s_allowed is { } before && before != allowed)
            {
                throw new ModelGenException(
                    "TensorRT can be told only once a process whether float32 may be multiplied as TF32",
                    expected: $"CudaOptions.AllowTF32 = {(before ? "true" : "false")}, as the first model on TensorRT had it",
                    actual: allowed ? "true" : "false",
                    where: $"model '{model}'",
                    remedy: "Give all models of the program the same value.");
            }
            if (!allowed && s_allowed is null)
                SetNative(Variable, "0");
            s_allowed = allowed;
        }
    }

    // .NET keeps a copy of the environment on Unix, which native libraries don't see.
    private static void SetNative(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
            _ = SetEnv(name, value, overwrite: 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
