using System.Collections.Immutable;
using System.Text;

namespace Ingest.Extractors.Learning;

/// <summary>
/// A model as bytes, little-endian: "CRF1", schema, labels, number of edge kinds, then start, end and step weights, then for every feature in
/// rising order of key its key, a bit set of the labels with a weight, and those weights. Weights are IEEE 754 half precision: a weight's
/// third digit never decides. Zero weights take no room.
/// </summary>
public static class ChainModelFile
{
    private const int Magic = 'C' | ('R' << 8) | ('F' << 16) | ('1' << 24);
    private const int MostLabels = 64;

    public static byte[] Write(ChainModel model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        int labels = model.Labels.Length;
        writer.Write(Magic);
        writer.Write(model.Schema);
        writer.Write((byte)labels);
        foreach (string label in model.Labels) writer.Write(label);
        writer.Write((byte)model.Edges);
        foreach (float w in model.Start) writer.Write((Half)w);
        foreach (float w in model.End) writer.Write((Half)w);
        foreach (float w in model.Steps) writer.Write((Half)w);
        int[] order = [.. Enumerable.Range(0, model.Keys.Length).OrderBy(i => model.Keys[i])];
        writer.Write(order.Length);
        foreach (int feature in order)
        {
            ReadOnlySpan<float> row = model.Weights.Slice(feature * labels, labels);
            ulong set = 0;
            for (int y = 0; y < labels; y++) if ((Half)row[y] != Half.Zero) set |= 1UL << y;
            writer.Write(model.Keys[feature]);
            for (int i = 0; i < labels; i += 8) writer.Write((byte)(set >> i));
            foreach (float w in row) if ((Half)w != Half.Zero) writer.Write((Half)w);
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">
    /// The bytes are no model, are cut short, or are of another schema than <paramref name="schema"/>: its features would mean something else.
    /// </exception>
    public static ChainModel Read(byte[] bytes, string schema)
    {
        try
        {
            return Read(new BinaryReader(new MemoryStream(bytes), Encoding.UTF8), schema);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("The model is cut short.", cut);
        }
    }

    private static ChainModel Read(BinaryReader reader, string schema)
    {
        if (reader.BaseStream.Length < sizeof(int) || reader.ReadInt32() != Magic) throw new InvalidDataException("The bytes are no chain model.");
        string found = reader.ReadString();
        if (found != schema) throw new InvalidDataException($"The model has features of schema '{found}', not '{schema}'.");
        int count = reader.ReadByte();
        if (count is 0 or > MostLabels) throw new InvalidDataException($"The model has {count} labels.");
        ImmutableArray<string> labels = [.. Enumerable.Range(0, count).Select(_ => reader.ReadString())];
        int edges = reader.ReadByte();
        float[] start = Halves(reader, count), end = Halves(reader, count), steps = Halves(reader, edges * count * count);
        int features = reader.ReadInt32();
        if (features < 0 || features > reader.BaseStream.Length / sizeof(ulong)) throw new InvalidDataException("The model is cut short.");
        var keys = ImmutableArray.CreateBuilder<ulong>(features);
        var weights = new float[features * count];
        for (int row = 0; row < features; row++)
        {
            keys.Add(reader.ReadUInt64());
            ulong set = 0;
            for (int i = 0; i < count; i += 8) set |= (ulong)reader.ReadByte() << i;
            for (int y = 0; y < count; y++) if ((set >> y & 1) != 0) weights[row * count + y] = (float)reader.ReadHalf();
        }
        return new(found, labels, edges, keys.MoveToImmutable(), weights, start, end, steps);
    }

    private static float[] Halves(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float)reader.ReadHalf();
        return values;
    }
}
