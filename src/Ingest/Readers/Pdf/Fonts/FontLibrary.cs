using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Fonts;

/// <summary>The fonts of a file, each made once from its dictionary.</summary>
internal sealed class FontLibrary(ObjectStore store)
{
    private readonly Dictionary<int, PdfFont> _byNumber = [];
    private readonly Dictionary<PdfDictionary, PdfFont> _direct = [];

    public PdfFont Fallback => field ??= Simple(PdfDictionary.Empty);

    /// <param name="reference">The entry of a font resource, reference or dictionary.</param>
    public PdfFont Get(PdfValue reference)
    {
        if (reference.IsReference && _byNumber.TryGetValue(reference.Target, out PdfFont? known)) return known;
        if (store.Resolve(reference).Dictionary is not { } dictionary) return Fallback;
        if (!reference.IsReference && _direct.TryGetValue(dictionary, out known)) return known;
        PdfFont font = dictionary.Get("Subtype").Name == "Type0" && dictionary.Get("DescendantFonts") is var descendants
            && (descendants.Array?.Get(0).Dictionary ?? descendants.Dictionary) is { } descendant
            ? Composite(dictionary, descendant) : Simple(dictionary);
        if (reference.IsReference) _byNumber[reference.Target] = font;
        else _direct[dictionary] = font;
        return font;
    }

    private SimpleFont Simple(PdfDictionary font)
    {
        PdfDictionary? descriptor = font.Get("FontDescriptor").Dictionary;
        var traits = FontTraits.Of(font, descriptor);
        return new SimpleFont(
            traits, ToUnicode(font), SimpleEncoding.Of(font, traits, FontPrograms.IsEmbedded(descriptor)), SimpleEncoding.Differences(font),
            SimpleWidths.Of(font, descriptor, traits), FontPrograms.Of(store, descriptor));
    }

    private CompositeFont Composite(PdfDictionary font, PdfDictionary descendant)
    {
        PdfDictionary? descriptor = descendant.Get("FontDescriptor").Dictionary;
        PdfValue encoding = font.Get("Encoding");
        CharacterMap codes = encoding.Stream is { } stream
            ? CharacterMapReader.Read(store.Decode(stream).Span, store.Names, PredefinedMaps.Find)
            : PredefinedMaps.Find(encoding.Name ?? "Identity-H") ?? CharacterMap.Identity(encoding.Name?.EndsWith("-V", StringComparison.Ordinal) == true);
        ReadOnlyMemory<byte> cidToGlyph = descendant.Get("CIDToGIDMap").Stream is { } map ? store.Decode(map) : default;
        return new CompositeFont(
            FontTraits.Of(font, descriptor), ToUnicode(font), codes, PredefinedMaps.CodesOf(encoding.Name), LegacyCodes.Of(encoding.Name), IsEastAsian(descendant), new CidWidths(descendant),
            new CidGlyphs(FontPrograms.Of(store, descriptor), cidToGlyph));
    }

    private static bool IsEastAsian(PdfDictionary descendant) =>
        descendant.Get("CIDSystemInfo").Dictionary?.Get("Ordering").Text() is "Japan1" or "GB1" or "CNS1" or "Korea1" or "KR";

    private CharacterMap? ToUnicode(PdfDictionary font)
    {
        PdfValue value = font.Get("ToUnicode");
        if (value.Stream is not { } stream) return null;
        CharacterMap map = CharacterMapReader.Read(store.Decode(stream).Span, store.Names, PredefinedMaps.Find);
        return map.HasTexts ? map : null;
    }
}
