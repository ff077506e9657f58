using System.Collections.Immutable;
using Ingest.Extractors.Documents;
using Ingest.Readers.Pdf.Layout;
using Ingest.Readers.Pdf.Structure;

namespace Ingest.Readers.Pdf;

/// <summary>Reads PDF: the engine gives glyphs and tags, and the passes below make of them one text in reading order.</summary>
public sealed class PdfReader(IPdfEngine engine, string? password = null) : IDocumentReader
{
    /// <summary>How far into a file its header may stand (ISO 32000-1, implementation note 13).</summary>
    private const int HeaderWindow = 1024;

    public string MediaType => "application/pdf";

    public bool Recognises(SourceFile file)
    {
        ReadOnlySpan<byte> head = file.Bytes.Span;
        return head[..Math.Min(head.Length, HeaderWindow)].IndexOf("%PDF-"u8) >= 0;
    }

    public ReadResult Read(SourceFile file, CancellationToken cancellation) => engine.Open(file.Bytes, password, cancellation) switch
    {
        PdfOpenResult.Opened opened => Read(file, opened.File, cancellation),
        PdfOpenResult.Failed failed => new ReadResult.Failed(failed.Rule, failed.Reason),
        _ => new ReadResult.Failed("unreadable-pdf", "The PDF engine gave no answer."),
    };

    private ReadResult.Read Done(SourceFile file, IPdfFile pdf, FlowResult flow, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<PageSize> pages)
    {
        DocumentBuilder builder = new();
        FlowWriter writer = new(builder, flow.Vocabulary);
        writer.Write(flow.Nodes);
        writer.Write(flow.Furniture);
        return new(builder.Build(file.Source, MediaType, pages, diagnostics, pdf.Metadata));
    }

    private ReadResult Read(SourceFile file, IPdfFile pdf, CancellationToken cancellation)
    {
        TagFlow? tags = pdf.Structure is null ? null : TagFlow.Of(pdf.Structure);
        WordBuilder words = new();
        List<PageContent> pages = new(pdf.PageCount);
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<PageSize>.Builder sizes = ImmutableArray.CreateBuilder<PageSize>(pdf.PageCount);
        for (int number = 1; number <= pdf.PageCount; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            PdfPage page = pdf.ReadPage(number, cancellation);
            PageContent content = words.Build(page, tags?.Owners);
            pages.Add(content);
            sizes.Add(new(number, page.Width, page.Height));
            diagnostics.AddRange(page.Diagnostics);
            if (content.Problem is not null) diagnostics.Add(content.Problem.Diagnostic);
        }
        diagnostics.InsertRange(0, pdf.Diagnostics);
        if (DocumentJudge.WhyUnusable(pages) is string reason) return new ReadResult.Failed("no-usable-text", reason);
        return Done(file, pdf, PageFlow.Of(pages, tags), diagnostics.ToImmutable(), sizes.ToImmutable());
    }
}
