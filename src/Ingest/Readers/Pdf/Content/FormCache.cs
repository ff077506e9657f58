using Ingest.Readers.Pdf.Objects;

namespace Ingest.Readers.Pdf.Content;

/// <summary>Decoded forms that may be shown again (letterheads stand on every page), up to a size in all.</summary>
internal sealed class FormCache(ObjectStore store)
{
    private const int LargestKept = 1 << 20;
    private const int KeptInAll = 16 << 20;

    private readonly Dictionary<PdfStream, ReadOnlyMemory<byte>> _kept = new(ReferenceEqualityComparer.Instance);
    private int _size;

    public ReadOnlyMemory<byte> Content(PdfStream form)
    {
        if (_kept.TryGetValue(form, out ReadOnlyMemory<byte> known)) return known;
        ReadOnlyMemory<byte> content = store.Decode(form);
        if (content.Length > LargestKept || _size + content.Length > KeptInAll) return content;
        _size += content.Length;
        return _kept[form] = content;
    }
}
