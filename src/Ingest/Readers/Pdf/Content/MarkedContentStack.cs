using Ingest.Readers.Pdf.Objects;
using Ingest.Readers.Pdf.Tags;

namespace Ingest.Readers.Pdf.Content;

/// <summary>The open marked-content sequences (ISO 32000-2, 14.6). What a sequence does not say itself it has from the one around it.</summary>
internal sealed class MarkedContentStack(PageRecorder page, OptionalContent optional)
{
    private const int Deepest = 512;

    private readonly Stack<(int Index, bool Hidden)> _open = new();

    /// <summary>Index of the innermost sequence, -1 outside all.</summary>
    public int Current { get; private set; } = -1;

    /// <summary>Inside a sequence of a hidden optional content group.</summary>
    public bool Hidden { get; private set; }

    /// <summary>Object number of the form whose marked-content ids are its own (14.7.5.2), 0 outside such forms.</summary>
    public int Form { get; set; }

    public int Depth => _open.Count;

    /// <param name="properties">The property list, null for BMC.</param>
    public void Begin(string tag, PdfDictionary? properties)
    {
        if (_open.Count >= Deepest) return;
        _open.Push((Current, Hidden));
        if (tag == "OC" && properties is not null)
        {
            Hidden |= optional.IsHidden(properties);
            return;
        }
        MarkedContent? outer = Current >= 0 ? page.MarkedAt(Current) : null;
        int id = properties?.Get("MCID") is { IsNumber: true } number ? FormContent.Id(number.Int(), Form) : -1;
        bool artifact = tag == "Artifact";
        string? actual = properties?.Get("ActualText").Text();
        // A sequence that adds nothing (a language, a layout hint) is not one of its own for layout.
        if (id < 0 && !artifact && actual is null && outer is not null) return;
        string? type = artifact ? properties?.Get("Subtype").Name ?? properties?.Get("Type").Name : null;
        Current = page.AddMarked(new(
            tag, id >= 0 ? id : outer?.Id ?? -1, artifact || outer is { Artifact: true }, type ?? outer?.ArtifactType, actual ?? (id >= 0 ? null : outer?.ActualText)));
    }

    public void End()
    {
        if (_open.TryPop(out (int Index, bool Hidden) outer)) (Current, Hidden) = outer;
    }

    /// <summary>Closes what a form or page left open.</summary>
    public void EndTo(int depth)
    {
        while (_open.Count > depth) End();
    }
}
