using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Finds and opens the font program that a descriptor embeds (ISO 32000-2, 9.9). What its bytes are decides, not the key they stand under.</summary>
internal static class FontPrograms
{
    public static bool IsEmbedded(PdfDictionary? descriptor) =>
        descriptor is not null && (descriptor.Has("FontFile") || descriptor.Has("FontFile2") || descriptor.Has("FontFile3"));

    public static Lazy<FontProgram?> Of(ObjectStore store, PdfDictionary? descriptor) => new(() => Open(store, descriptor));

    private static FontProgram? Open(ObjectStore store, PdfDictionary? descriptor)
    {
        foreach (string key in (ReadOnlySpan<string>)["FontFile2", "FontFile3", "FontFile"])
        {
            if (descriptor?.Get(key).Stream is { } stream) return Open(store.Decode(stream));
        }
        return null;
    }

    private static FontProgram? Open(ReadOnlyMemory<byte> data)
    {
        ReadOnlySpan<byte> bytes = data.Span;
        if (bytes.Length < 12) return null;
        if (bytes.StartsWith("OTTO"u8) || bytes.StartsWith("true"u8) || bytes.StartsWith("ttcf"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0])) return TrueTypeProgram.Open(data);
        if (bytes.StartsWith("%!"u8) || bytes[0] == 0x80) return Type1Program.Open(bytes);
        return bytes[0] == 1 ? CffProgram.Open(data) : null;
    }
}
