using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ModelGen.Engines;

/// <summary>What an entry says of itself: its key, its files, and how it came about.</summary>
internal sealed record Manifest
{
    /// <summary>The file's name. It is written last, so that an entry without it is none.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Bytes that a manifest may have. One of a hundred parts and files takes 30 thousand.</summary>
    public const int MaxBytes = 4 << 20;

    private const int Format = 1;

    /// <summary>The key.</summary>
    public required EngineKey Key { get; init; }

    /// <summary>All files but the manifest and its seal.</summary>
    public required ImmutableArray<ManifestFile> Files { get; init; }

    /// <summary>When it was built, by the builder's clock.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>How long that took.</summary>
    public required TimeSpan BuildTime { get; init; }

    /// <summary>What built it: programs and their versions.</summary>
    public required ImmutableSortedDictionary<string, string> Tools { get; init; }

    /// <summary>A number that no other build has, so that a rebuilt entry can be told from the one before.</summary>
    public required Guid Build { get; init; }

    /// <summary>The manifest's file.</summary>
    public byte[] ToBytes()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("id", Key.Id);
            json.WriteString("model", Key.Model);
            json.WriteStartObject("parts");
            foreach ((string name, string value) in Key.Parts)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (ManifestFile file in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("created", Created.ToString("O", CultureInfo.InvariantCulture));
            json.WriteNumber("buildSeconds", BuildTime.TotalSeconds);
            json.WriteStartObject("tools");
            foreach ((string name, string version) in Tools)
                json.WriteString(name, version);
            json.WriteEndObject();
            json.WriteString("build", Build);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a manifest whose seal has been checked.</summary>
    /// <exception cref="InvalidDataException">It is none, or of another format.</exception>
    public static Manifest Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            if (root.GetProperty("format").GetInt32() is var format && format != Format)
                throw new InvalidDataException($"its manifest has format {format}; this version reads format {Format}");
            EngineKey key = new(Text(root, "model"), root.GetProperty("parts").EnumerateObject().Select(part => KeyValuePair.Create(part.Name, part.Value.GetString()!)));
            if (key.Id != Text(root, "id"))
                throw new InvalidDataException("its manifest's id is not that of its parts");
            Manifest manifest = new()
            {
                Key = key,
                Files = [.. root.GetProperty("files").EnumerateArray().Select(file => new ManifestFile(Text(file, "path"), file.GetProperty("bytes").GetInt64(), Text(file, "sha256")))],
                Created = root.GetProperty("created").GetDateTimeOffset(),
                // Rounded: FromSeconds cuts off, and would lose a tick of what was written.
                BuildTime = TimeSpan.FromTicks((long)Math.Round(root.GetProperty("buildSeconds").GetDouble() * TimeSpan.TicksPerSecond)),
                Tools = root.GetProperty("tools").EnumerateObject().ToImmutableSortedDictionary(tool => tool.Name, tool => tool.Value.GetString()!),
                Build = root.GetProperty("build").GetGuid(),
            };
            if (manifest.Files.FirstOrDefault(file => !ManifestFile.IsFit(file.Path) || !EngineKey.IsId(file.Sha256)) is { } unfit)
                throw new InvalidDataException($"its manifest names the file '{unfit.Path}', which is not one of an engine");
            return manifest;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"its manifest can't be read: {e.Message}", e);
        }
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");
}
