using System.Diagnostics;
using System.Text;
using Ingest.Readers.Pdf;

namespace Ingest.Cli.Tests.Pdf.Filters;

public sealed class EngineFiltersTests
{
    private const string Shown = "BT /F1 10 Tf 10 50 Td (filtered text) Tj ET";

    private static byte[] Plain => TestPdf.Latin(Shown);

    [Fact]
    public void Flate_is_undone() => Text("/Filter/FlateDecode", TestPdf.Deflate(Plain)).ShouldBe("filtered text");

    [Fact]
    public void Hexadecimal_is_undone() => Text("/Filter/AHx", TestPdf.Latin(Convert.ToHexString(Plain) + ">")).ShouldBe("filtered text");

    [Fact]
    public void Base_85_is_undone() => Text("/Filter/ASCII85Decode", Encode85(Plain)).ShouldBe("filtered text");

    [Fact]
    public void Run_lengths_are_undone() => Text("/Filter/RunLengthDecode", [.. Runs(Plain), 128]).ShouldBe("filtered text");

    [Fact]
    public void Lzw_is_undone() => Text("/Filter/LZWDecode", EncodeLzw(Plain)).ShouldBe("filtered text");

    [Fact]
    public void Lzw_codes_grow_over_a_long_text()
    {
        string many = string.Concat(Enumerable.Range(0, 2000).Select(i => $"({i}) Tj "));
        string shown = string.Concat(Enumerable.Range(0, 2000));
        Text("/Filter/LZWDecode", EncodeLzw(TestPdf.Latin("BT /F1 1 Tf " + many + " ET"))).ShouldBe(shown);
    }

    [Fact]
    public void Filters_apply_in_order() =>
        Text("/Filter[/ASCII85Decode/FlateDecode]/DecodeParms[null null]", Encode85(TestPdf.Deflate(Plain))).ShouldBe("filtered text");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Png_predictors_are_undone(int method) =>
        Text("/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 11>>", TestPdf.Deflate(PredictPng(Plain, 11, (byte)method))).ShouldBe("filtered text");

    [Fact]
    public void The_tiff_predictor_is_undone()
    {
        byte[] predicted = Plain;
        for (int i = predicted.Length - 1; i >= 0; i--)
        {
            if (i % 10 != 0) predicted[i] -= predicted[i - 1];
        }
        Text("/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 10>>", TestPdf.Deflate(predicted)).ShouldBe("filtered text");
    }

    [Fact]
    public void Of_damaged_flate_data_what_stands_before_the_damage_is_kept()
    {
        string content = "BT /F1 10 Tf 10 50 Td (before the damage) Tj ET " + string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i * 7919 % 10007} 0 m "));
        byte[] damaged = TestPdf.Deflate(TestPdf.Latin(content));
        for (int i = damaged.Length / 2; i < damaged.Length; i++) damaged[i] = 0xFF;
        Text("/Filter/FlateDecode", damaged).ShouldBe("before the damage");
        Text("/Filter/FlateDecode", damaged[..(damaged.Length / 2)]).ShouldBe("before the damage");
    }

    [Fact]
    public void Data_that_expands_beyond_measure_is_cut_off_and_told()
    {
        byte[] bomb = TestPdf.Deflate(TestPdf.Deflate(TestPdf.Deflate(new byte[200_000_000])));
        TestPdf pdf = TestPdf.Line("x").ReplaceStream(4, "/Filter[/FlateDecode/FlateDecode/FlateDecode]", bomb);
        var watch = Stopwatch.StartNew();
        PdfPage page = TestPdf.FirstPage(pdf.Build());
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        page.Diagnostics.ShouldContain(d => d.Rule == "expansion-limit");
    }

    private static string Text(string entries, byte[] data) => TestPdf.Text(TestPdf.Line("x").ReplaceStream(4, entries, data).Build());

    private static byte[] Encode85(byte[] data)
    {
        var text = new StringBuilder();
        for (int i = 0; i < data.Length; i += 4)
        {
            int count = Math.Min(4, data.Length - i);
            uint group = 0;
            for (int k = 0; k < 4; k++) group = (group << 8) | (k < count ? data[i + k] : 0u);
            char[] digits = new char[5];
            for (int k = 4; k >= 0; k--, group /= 85) digits[k] = (char)('!' + group % 85);
            text.Append(digits, 0, count + 1);
        }
        return TestPdf.Latin(text.Append("~>").ToString());
    }

    private static IEnumerable<byte> Runs(byte[] data)
    {
        foreach (byte[] part in data.Chunk(20))
        {
            yield return (byte)(part.Length - 1);
            foreach (byte b in part) yield return b;
        }
    }

    private static byte[] EncodeLzw(byte[] data)
    {
        var bits = new StringBuilder();
        var table = new Dictionary<string, int>();
        int width = 9, next = 258;
        void Emit(int code) => bits.Append(Convert.ToString(code, 2).PadLeft(width, '0'));
        int Code(string s) => s.Length == 1 ? s[0] : table[s];
        Emit(256);
        string held = "";
        foreach (char c in Encoding.Latin1.GetString(data))
        {
            if (held.Length == 0 || table.ContainsKey(held + c)) { held += c; continue; }
            Emit(Code(held));
            table[held + c] = next++;
            if (next + 1 > 1 << width && width < 12) width++;
            if (next >= 4094) { Emit(256); table.Clear(); (width, next) = (9, 258); }
            held = c.ToString();
        }
        Emit(Code(held));
        next++;
        if (next + 1 > 1 << width && width < 12) width++;
        Emit(257);
        while (bits.Length % 8 != 0) bits.Append('0');
        string all = bits.ToString();
        return [.. Enumerable.Range(0, all.Length / 8).Select(i => Convert.ToByte(all.Substring(i * 8, 8), 2))];
    }

    private static byte[] PredictPng(byte[] data, int columns, byte method)
    {
        var result = new List<byte>();
        byte[] above = new byte[columns];
        foreach (byte[] part in data.Chunk(columns))
        {
            result.Add(method);
            for (int i = 0; i < part.Length; i++)
            {
                int left = i > 0 ? part[i - 1] : 0, corner = i > 0 ? above[i - 1] : 0, up = above[i];
                int p = left + up - corner;
                int paeth = Math.Abs(p - left) <= Math.Abs(p - up) && Math.Abs(p - left) <= Math.Abs(p - corner) ? left : Math.Abs(p - up) <= Math.Abs(p - corner) ? up : corner;
                int predicted = method switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => paeth, _ => 0 };
                result.Add((byte)(part[i] - predicted));
            }
            part.CopyTo(above, 0);
        }
        return [.. result];
    }
}
