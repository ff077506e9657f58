using System.Text;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>
/// A CMap (ISO 32000-2, 9.7.5 and 9.10.3): which byte sequences are codes, and what CID or text each code has. Built by <see cref="CharacterMapReader"/>.
/// </summary>
internal sealed class CharacterMap
{
    private const int LongestCode = 4;
    private const int MostCodeRanges = 256;

    private readonly List<CodeRange> _codes = [];
    private readonly List<Range> _cids = [];
    private readonly Dictionary<uint, string> _texts = [];
    private readonly List<TextRange> _textRanges = [];
    private bool _sorted, _textsSorted;

    public bool Vertical { get; set; }

    /// <summary>The map that this one starts from (usecmap).</summary>
    public CharacterMap? Base { get; set; }

    public bool HasTexts => _texts.Count > 0 || _textRanges.Count > 0;

    public bool HasCodes => _codes.Count > 0 || Base is { HasCodes: true };

    public bool IsIdentity { get; init; }

    /// <summary>Two-byte codes that are CIDs themselves.</summary>
    public static CharacterMap Identity(bool vertical)
    {
        var map = new CharacterMap { Vertical = vertical, IsIdentity = true };
        map.AddCodes(0, 0xFFFF, 2);
        map.AddCids(0, 0xFFFF, 0);
        return map;
    }

    public void AddCodes(uint low, uint high, int length)
    {
        if (_codes.Count < MostCodeRanges) _codes.Add(new(low, high, length));
    }

    public void AddCids(uint low, uint high, uint cid)
    {
        _cids.Add(new(low, high, cid));
        _sorted = false;
    }

    public void AddText(uint code, string text) => _texts[code] = text;

    public void AddTexts(uint low, uint high, string first)
    {
        _textRanges.Add(new(low, high, first));
        _textsSorted = false;
    }

    /// <summary>Takes the next code off the bytes: how long it is and its value. A sequence that is no code counts as one of the shortest length.</summary>
    public int ReadCode(ReadOnlySpan<byte> bytes, out uint code)
    {
        code = 0;
        if (IsIdentity)
        {
            if (bytes.Length >= 2) { code = (uint)(bytes[0] << 8 | bytes[1]); return 2; }
            code = bytes[0];
            return 1;
        }
        int shortest = LongestCode;
        for (int length = 1; length <= Math.Min(LongestCode, bytes.Length); length++)
        {
            code = (code << 8) | bytes[length - 1];
            for (CharacterMap? map = this; map is not null; map = map.Base)
            {
                foreach (CodeRange range in map._codes)
                {
                    shortest = Math.Min(shortest, range.Length);
                    if (range.Length == length && range.Holds(code)) return length;
                }
            }
        }
        shortest = Math.Clamp(shortest == LongestCode && !HasCodes ? 1 : shortest, 1, bytes.Length);
        code = 0;
        for (int i = 0; i < shortest; i++) code = (code << 8) | bytes[i];
        return shortest;
    }

    /// <summary>CID of a code, 0 (not defined) where it has none.</summary>
    public uint ToCid(uint code)
    {
        if (IsIdentity) return code;
        if (!_sorted)
        {
            _cids.Sort(static (a, b) => a.Low.CompareTo(b.Low));
            _sorted = true;
        }
        int low = 0, high = _cids.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            Range range = _cids[middle];
            if (code < range.Low) high = middle - 1;
            else if (code > range.High) low = middle + 1;
            else return range.First + (code - range.Low);
        }
        return Base?.ToCid(code) ?? 0;
    }

    public string? ToText(uint code)
    {
        if (_texts.TryGetValue(code, out string? text)) return text;
        if (TextRangeOf(code) is not { } range) return Base?.ToText(code);
        string advanced = Advance(range.First, code - range.Low);
        return advanced is "\0" ? null : advanced;
    }

    private TextRange? TextRangeOf(uint code)
    {
        if (!_textsSorted)
        {
            _textRanges.Sort(static (a, b) => a.Low.CompareTo(b.Low));
            _textsSorted = true;
        }
        int low = 0, high = _textRanges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (_textRanges[middle].Low <= code) low = middle + 1;
            else high = middle - 1;
        }
        // Ranges should not overlap; where they do, one that starts a little earlier may still hold the code.
        for (int i = high; i >= 0 && i > high - 8; i--)
        {
            if (code <= _textRanges[i].High) return _textRanges[i];
        }
        return null;
    }

    /// <summary>The text whose last character stands <paramref name="steps"/> further on.</summary>
    private static string Advance(string first, uint steps)
    {
        if (steps == 0 || first.Length == 0) return first;
        if (first.Length >= 2 && char.IsSurrogatePair(first[^2], first[^1]))
        {
            long scalar = char.ConvertToUtf32(first[^2], first[^1]) + (long)steps;
            return scalar <= 0x10FFFF ? string.Concat(first.AsSpan(0, first.Length - 2), new Rune((int)scalar).ToString()) : first;
        }
        return string.Concat(first.AsSpan(0, first.Length - 1), [(char)(first[^1] + steps)]);
    }

    private readonly record struct CodeRange(uint Low, uint High, int Length)
    {
        /// <summary>Each byte of a code stands between the bytes of the range's ends (9.7.6.2).</summary>
        public bool Holds(uint code)
        {
            for (int shift = 0; shift < Length * 8; shift += 8)
            {
                uint b = (code >> shift) & 0xFF;
                if (b < ((Low >> shift) & 0xFF) || b > ((High >> shift) & 0xFF)) return false;
            }
            return true;
        }
    }

    private readonly record struct Range(uint Low, uint High, uint First);

    private readonly record struct TextRange(uint Low, uint High, string First);
}
