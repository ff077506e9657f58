using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Filters;

/// <summary>Applies a stream's filters in order (ISO 32000-2, 7.4). Image codecs are not decoded: such a stream gives no bytes.</summary>
internal static class StreamDecoder
{
    private const int MostFilters = 8;

    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> data, PdfDictionary dictionary, Expansion expansion)
    {
        PdfValue filter = dictionary.Get("Filter", "F");
        PdfValue parameters = dictionary.Get("DecodeParms", "DP");
        if (filter.Name is { } single) return Apply(single, data, parameters.Dictionary ?? parameters.Array?.Get(0).Dictionary, expansion);
        if (filter.Array is not { } filters) return data;
        for (int i = 0; i < Math.Min(filters.Count, MostFilters); i++)
        {
            if (filters.Get(i).Name is not { } name) continue;
            data = Apply(name, data, parameters.Array?.Get(i).Dictionary ?? (filters.Count == 1 ? parameters.Dictionary : null), expansion);
        }
        return data;
    }

    private static ReadOnlyMemory<byte> Apply(string name, ReadOnlyMemory<byte> data, PdfDictionary? parameters, Expansion expansion)
    {
        if (name == "Crypt") return data;
        var result = new GrowingBuffer((int)Math.Min(data.Length * 4L, Expansion.StreamLimit), expansion.Allowance);
        try
        {
            switch (name)
            {
                case "FlateDecode" or "Fl": FlateFilter.Decode(data, ref result); break;
                case "LZWDecode" or "LZW": LzwFilter.Decode(data.Span, parameters?.Get("EarlyChange").Int(1) ?? 1, ref result); break;
                case "ASCIIHexDecode" or "AHx": AsciiFilters.DecodeHex(data.Span, ref result); break;
                case "ASCII85Decode" or "A85": AsciiFilters.Decode85(data.Span, ref result); break;
                case "RunLengthDecode" or "RL": AsciiFilters.DecodeRunLength(data.Span, ref result); break;
            }
            expansion.Spend(result.Length, result.Full);
            byte[] decoded = result.ToArray();
            return name is "FlateDecode" or "Fl" or "LZWDecode" or "LZW" ? Predictor.Undo(decoded, parameters) : decoded;
        }
        finally
        {
            result.Dispose();
        }
    }
}
