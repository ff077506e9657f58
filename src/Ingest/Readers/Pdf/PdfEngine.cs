using System.Security.Cryptography;
using Ingest.Readers.Pdf.Objects;
using Ingest.Readers.Pdf.Security;

namespace Ingest.Readers.Pdf;

/// <summary>The project's own PDF engine: complete for text and structure, nothing for drawing.</summary>
public sealed class PdfEngine : IPdfEngine
{
    /// <summary>How far into a file its header may stand (ISO 32000-2, annex I: 1024 bytes).</summary>
    private const int HeaderWithin = 1024;

    public PdfOpenResult Open(ReadOnlyMemory<byte> file, string? password, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int header = file.Span[..Math.Min(file.Length, HeaderWithin)].IndexOf("%PDF-"u8);
        try
        {
            // Offsets count from the header, where something stands before it.
            return Open(header > 0 ? file[header..] : file, header >= 0, password);
        }
        catch (CryptographicException e)
        {
            return new PdfOpenResult.Failed("encrypted", $"The file is encrypted and its keys are damaged: {e.Message}");
        }
    }

    private static PdfOpenResult Open(ReadOnlyMemory<byte> file, bool hasHeader, string? password)
    {
        var store = new ObjectStore(file);
        if (store.Trailer.Get("Encrypt").Dictionary is { } encrypt)
        {
            byte[] id = store.Trailer.Get("ID").Array?.Get(0).Bytes ?? [];
            if (StandardSecurity.Open(encrypt, id, password, out string reason) is not { } security) return new PdfOpenResult.Failed("encrypted", reason);
            store.Unlock(security);
        }
        PdfDictionary? catalog = Catalog(store);
        if (catalog is null && store.Scan()) catalog = Catalog(store);
        List<PageNode> pages = PageTree.Read(store, catalog ?? PdfDictionary.Empty);
        // A scan for the pages may have found a better catalog.
        catalog = Catalog(store) ?? catalog ?? PdfDictionary.Empty;
        if (pages.Count > 0) return new PdfOpenResult.Opened(new PdfFile(store, catalog, pages));
        return hasHeader
            ? new PdfOpenResult.Failed("damaged-pdf", "The file begins as a PDF but no page can be found in it; it is probably cut off or damaged.")
            : new PdfOpenResult.Failed("not-a-pdf", "The content is not a PDF: it has neither the header nor pages of one.");
    }

    private static PdfDictionary? Catalog(ObjectStore store) => store.Trailer.Get("Root").Dictionary is { } root && root.Has("Pages") ? root : null;
}
