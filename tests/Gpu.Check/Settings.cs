namespace ModelGen.GpuCheck;

/// <summary>What the command line asks for.</summary>
internal sealed record Settings
{
    /// <summary>How the program is called.</summary>
    public const string Usage = """
        Gpu.Check [--models FOLDER] [--natives FOLDER] [--cache FOLDER] [--json FILE] [--only NAME] [--quick] [--plugin NAME=LIBRARY]

        --models    further .onnx files to check
        --natives   a folder with libonnxruntime.so, its providers, TensorRT, cuDNN and CUDA
        --cache     where engines are kept while the checks run; a folder of the system's temporary ones unless given
        --json      where timings and results are written to
        --only      checks whose names begin like that
        --quick     TensorRT's builder level 1 instead of 3, and shorter measurements
        --plugin    a plug-in provider to check, by ONNX Runtime's name of it and its library

        Exit code: 0 all passed, 1 a check failed, 2 wrong arguments, 3 no GPU, or libraries are missing.
        """;

    public string? Models { get; private init; }

    public string? Natives { get; init; }

    public string? Cache { get; private init; }

    public string? Json { get; private init; }

    public string Only { get; private init; } = "";

    public bool Quick { get; private init; }

    public string? Plugin { get; private init; }

    /// <summary>Libraries that are not loaded from the folder of natives: those whose names contain this. For the check of what happens without them.</summary>
    public string? Hidden { get; private init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ArgumentException">They are wrong.</exception>
    public static Settings Parse(ReadOnlySpan<string> arguments)
    {
        Settings settings = new();
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (name == "--quick")
            {
                settings = settings with { Quick = true };
                continue;
            }
            if (i + 1 == arguments.Length)
                throw new ArgumentException($"'{name}' is unknown, or its value is missing");
            string value = arguments[++i];
            settings = name switch
            {
                "--models" => settings with { Models = Folder(value) },
                "--natives" => settings with { Natives = Folder(value) },
                "--cache" => settings with { Cache = Path.GetFullPath(value) },
                "--json" => settings with { Json = Path.GetFullPath(value) },
                "--only" => settings with { Only = value },
                "--plugin" when value.Split('=') is [{ Length: > 0 }, { Length: > 0 }] => settings with { Plugin = value },
                "--hide" => settings with { Hidden = value },
                _ => throw new ArgumentException($"'{name} {value}' is unknown"),
            };
        }
        return settings;
    }

    /// <summary>The arguments that a child of this program gets as well.</summary>
    public IEnumerable<string> ForChild()
    {
        if (Natives is not null)
            return Quick ? ["--natives", Natives, "--quick"] : ["--natives", Natives];
        return Quick ? ["--quick"] : [];
    }

    private static string Folder(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : throw new ArgumentException($"there is no folder '{path}'");
}
