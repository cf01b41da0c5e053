using System.Text;

namespace ModelGen.Cli.Tests;

/// <summary>Makes .npy files byte by byte in tests.</summary>
internal static class NpyFile
{
    public static byte[] Of(string header, byte[] data, byte version = 1)
    {
        byte[] text = Encoding.Latin1.GetBytes(header + "\n");
        byte[] length = version == 1 ? BitConverter.GetBytes((ushort)text.Length) : BitConverter.GetBytes(text.Length);
        return [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', version, 0, .. length, .. text, .. data];
    }

    public static byte[] Of(string descr, bool fortran, string shape, byte[] data, byte version = 1) =>
        Of($"{{'descr': '{descr}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}", data, version);

    public static NpyArray Read(byte[] file) => NpyReader.Read(new MemoryStream(file));

    public static byte[] Write(NpyArray array)
    {
        MemoryStream stream = new();
        if (array.Type.IsText)
            NpyWriter.Write(stream, array.Shape, array.Strings);
        else
            NpyWriter.Write(stream, array.Type, array.Shape, array.Data);
        return stream.ToArray();
    }

    public static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
