using System.Security.Cryptography;
using System.Text;
using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>An "engine" whose bytes follow from its key, so that a wrong, stale or torn one is noticed.</summary>
internal static class FakeEngine
{
    private const int PieceBytes = 4096;

    private static readonly (string Path, int Bytes)[] s_files = [("engine.onnx", 300), ("engine.trt", 40_000), ("more/weights.data", 12_345), ("more/empty", 0)];

    /// <summary>A key; other values, another engine.</summary>
    public static EngineKey Key(string model = "model", string driver = "580.95", string gpu = "H200") =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model))), [KeyValuePair.Create("driver", driver), KeyValuePair.Create("gpu", gpu), KeyValuePair.Create("precision", "fp16")]);

    /// <summary>Bytes of all files of an engine.</summary>
    public static long Bytes => s_files.Sum(file => (long)file.Bytes);

    /// <summary>Writes the engine's files, in pieces.</summary>
    public static void Write(string folder, EngineKey key, Action? afterEachPiece = null, int times = 1)
    {
        foreach ((string path, int bytes) in s_files)
        {
            string file = Path.Join(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using FileStream stream = File.Create(file);
            for (int at = 0; at < bytes * times; at += PieceBytes)
            {
                stream.Write(Content(key, path, at, Math.Min(PieceBytes, (bytes * times) - at)));
                stream.Flush();
                afterEachPiece?.Invoke();
            }
        }
    }

    /// <summary>Reads the engine's files. Returns the key's id, or what is wrong.</summary>
    public static string Load(string folder, EngineKey key, int times = 1)
    {
        foreach ((string path, int bytes) in s_files)
        {
            byte[] actual = File.ReadAllBytes(Path.Join(folder, path));
            if (actual.Length != bytes * times)
                return $"WRONG: {path} has {actual.Length} bytes";
            for (int at = 0; at < actual.Length; at += PieceBytes)
            {
                int length = Math.Min(PieceBytes, actual.Length - at);
                if (!actual.AsSpan(at, length).SequenceEqual(Content(key, path, at, length)))
                    return $"WRONG: {path} differs near {at}";
            }
        }
        return key.Id;
    }

    private static byte[] Content(EngineKey key, string path, int at, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key.Id), length, info: Encoding.UTF8.GetBytes($"{path} {at}"));
}
