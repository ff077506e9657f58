using Ingest.Extractors.Documents;
using Ingest.Readers.Pdf.Structure;

namespace Ingest.Readers.Pdf.Layout;

/// <summary>Makes words of a page's glyphs in the order of its content stream. One builder serves one document; its buffers are used again.</summary>
internal sealed class WordBuilder
{
    /// <summary>A gap of this share of the size parts two words. Word spaces are 0.2 to 0.3 em; kerning and tracking stay below 0.1.</summary>
    private const float WordGap = 0.15f;

    private readonly UnderlinedSigns _signs = new();
    private char[] _text = new char[8192];
    private Word[] _words = new Word[2048];
    private int[] _slots = new int[64];
    private int _textLength;
    private int _wordCount;
    private int _characters;
    private int _unmapped;

    public PageContent Build(PdfPage page, OwnerMap? owners)
    {
        _textLength = _wordCount = _characters = _unmapped = 0;
        ResolveSlots(page, owners);
        ReadOnlySpan<Glyph> glyphs = page.Glyphs.Span;
        ReadOnlySpan<char> text = page.Text.Span;
        bool open = false, space = true;
        int previous = -1, block = OwnerMap.None, replaced = -1;
        for (int i = 0; i < glyphs.Length; i++)
        {
            ref readonly Glyph glyph = ref glyphs[i];
            if (glyph.Flags.HasFlag(GlyphFlags.OffPage)) continue;
            string? actual = ActualText(page, glyph.MarkedContent, owners);
            if (actual is not null)
            {
                if (replaced == glyph.MarkedContent && _wordCount > 0) { Grow(glyph); previous = i; continue; }
                replaced = glyph.MarkedContent;
                if (string.IsNullOrWhiteSpace(actual) && actual.Length > 0)
                {
                    (open, space) = (false, true);
                    continue;
                }
                space |= previous >= 0 && !Joins(glyphs[previous], glyph, page);
                open = Open(page, glyph, space, owners);
                foreach (char c in actual) Append(c);
                space = false;
                previous = i;
                continue;
            }
            replaced = -1;
            if (glyph.Flags.HasFlag(GlyphFlags.Space) || IsBlank(glyph, text))
            {
                open = false;
                space = true;
                if (previous >= 0) previous = i;
                continue;
            }
            if (open && IsSecondDrawing(glyphs[previous], glyph, text)) { _words[_wordCount - 1].Style |= TextStyle.Bold; continue; }
            int owner = owners is null || glyph.MarkedContent < 0 ? OwnerMap.None : owners.BlockOf(_slots[glyph.MarkedContent]);
            if (open)
            {
                bool joins = Joins(glyphs[previous], glyph, page);
                if (!joins) space = true;
                if (!joins || owner != block || glyph.Style != glyphs[previous].Style || MathF.Abs(glyph.BaseY - glyphs[previous].BaseY) > 0.5f) open = false;
            }
            else if (previous >= 0 && !space)
            {
                space = !Joins(glyphs[previous], glyph, page);
            }
            if (!open)
            {
                open = Open(page, glyph, space, owners);
                block = owner;
                space = false;
            }
            Grow(glyph);
            foreach (char c in text.Slice(glyph.TextStart, glyph.TextLength)) Append(_signs.Read(page, glyph, c));
            if (glyph.Flags.HasFlag(GlyphFlags.Unmapped)) _unmapped++;
            previous = i;
        }
        return Finish(page);
    }

    private static string? ActualText(PdfPage page, int content, OwnerMap? owners) =>
        content < 0 ? null : page.MarkedContents[content].ActualText ?? owners?.ActualText(page.Number, page.MarkedContents[content].Id);

    private static bool IsBlank(in Glyph glyph, ReadOnlySpan<char> text)
    {
        foreach (char c in text.Slice(glyph.TextStart, glyph.TextLength))
        {
            if (!Characters.IsSpace(c) && !Characters.IsIgnorable(c)) return false;
        }
        return true;
    }

    /// <summary>Whether <paramref name="next"/> goes on the word of <paramref name="last"/>, by place alone.</summary>
    private static bool Joins(in Glyph last, in Glyph next, PdfPage page)
    {
        float size = Math.Max(1f, Math.Min(page.Styles[last.Style].Size, page.Styles[next.Style].Size));
        if (last.Flags.HasFlag(GlyphFlags.Rotated) != next.Flags.HasFlag(GlyphFlags.Rotated)) return false;
        if (next.Flags.HasFlag(GlyphFlags.Rotated))
        {
            float apart = Math.Max(Math.Max(next.Y0 - last.Y1, last.Y0 - next.Y1), Math.Max(next.X0 - last.X1, last.X0 - next.X1));
            return apart < WordGap * size;
        }
        float rise = MathF.Abs(next.BaseY - last.BaseY);
        if (rise > 0.6f * Math.Max(page.Styles[last.Style].Size, page.Styles[next.Style].Size)) return false;
        float gap = next.X0 - last.X1;
        return gap < WordGap * size && gap > -0.6f * size;
    }

    /// <summary>The same glyph drawn again almost in place, to look bold.</summary>
    private static bool IsSecondDrawing(in Glyph last, in Glyph next, ReadOnlySpan<char> text)
    {
        float width = last.X1 - last.X0;
        return MathF.Abs(next.X0 - last.X0) < 0.2f * width && MathF.Abs(next.BaseY - last.BaseY) < 0.1f * (last.Y1 - last.Y0)
            && text.Slice(next.TextStart, next.TextLength).SequenceEqual(text.Slice(last.TextStart, last.TextLength));
    }

    private void ResolveSlots(PdfPage page, OwnerMap? owners)
    {
        int count = page.MarkedContents.Length;
        if (_slots.Length < count) _slots = new int[count * 2];
        for (int i = 0; i < count; i++)
        {
            MarkedContent content = page.MarkedContents[i];
            int slot = owners is null || content.Id < 0 ? OwnerMap.None : owners.SlotOf(page.Number, content.Id);
            _slots[i] = slot >= 0 ? slot : content.Artifact ? OwnerMap.Artifact : slot;
        }
    }

    private bool Open(PdfPage page, in Glyph glyph, bool space, OwnerMap? owners)
    {
        if (_wordCount == _words.Length) Array.Resize(ref _words, _words.Length * 2);
        GlyphStyle style = page.Styles[glyph.Style];
        int slot = glyph.MarkedContent < 0 ? OwnerMap.None : _slots[glyph.MarkedContent];
        bool raised = false;
        if (_wordCount > 0)
        {
            ref Word last = ref _words[_wordCount - 1];
            raised = !space && style.Size < 0.85f * last.Size && glyph.BaseY < last.BaseY - (0.15f * last.Size);
            if (last.Style.HasFlag(TextStyle.Superscript) && MathF.Abs(last.BaseY - glyph.BaseY) < 0.5f && style.Size <= last.Size && MathF.Abs(glyph.X0 - last.X1) < last.Size) raised = true;
        }
        WordFlags flags = space ? WordFlags.SpaceBefore : WordFlags.None;
        if (glyph.Flags.HasFlag(GlyphFlags.Rotated)) flags |= WordFlags.Rotated;
        if (slot == OwnerMap.Artifact) flags |= WordFlags.Artifact;
        else if (slot >= 0 && owners!.IsLabel(slot)) flags |= WordFlags.Label;
        _words[_wordCount++] = new Word
        {
            Start = _textLength,
            X0 = glyph.X0,
            Y0 = glyph.Y0,
            X1 = glyph.X1,
            Y1 = glyph.Y1,
            BaseY = glyph.BaseY,
            Size = style.Size,
            Color = style.Color,
            Slot = slot,
            Flags = flags,
            Style = (style.Weight >= 600 ? TextStyle.Bold : TextStyle.None) | (style.Italic ? TextStyle.Italic : TextStyle.None) | (raised ? TextStyle.Superscript : TextStyle.None),
        };
        return true;
    }

    private void Grow(in Glyph glyph)
    {
        ref Word word = ref _words[_wordCount - 1];
        if (glyph.X0 < word.X0) word.X0 = glyph.X0;
        if (glyph.X1 > word.X1) word.X1 = glyph.X1;
        if (glyph.Y0 < word.Y0) word.Y0 = glyph.Y0;
        if (glyph.Y1 > word.Y1) word.Y1 = glyph.Y1;
    }

    private void Append(char c)
    {
        if (Characters.IsIgnorable(c)) return;
        if (_textLength + 4 > _text.Length) Array.Resize(ref _text, _text.Length * 2);
        int before = _textLength;
        if (c < 0x80)
        {
            _text[_textLength++] = c < ' ' ? ' ' : c;
        }
        else if (Characters.Ligature(c) is string letters)
        {
            letters.CopyTo(_text.AsSpan(_textLength));
            _textLength += letters.Length;
        }
        else
        {
            _text[_textLength++] = Characters.IsSpace(c) ? ' ' : Characters.Standard(c);
        }
        _words[_wordCount - 1].Length += _textLength - before;
        _characters++;
    }

    private PageContent Finish(PdfPage page)
    {
        int kept = 0;
        bool bracketed = false;
        for (int i = 0; i < _wordCount; i++)
        {
            ref Word word = ref _words[i];
            if (word.Length == 0) continue;
            bool raised = word.Style.HasFlag(TextStyle.Superscript);
            // Brackets part a raised number from the word already.
            bracketed = raised && (bracketed || _text[word.Start] is '[' or '(');
            if (raised && !bracketed) RaisedDigits.Raise(_text.AsSpan(word.Start, word.Length));
            _words[kept++] = word;
        }
        PageContent content = new()
        {
            Number = page.Number,
            Width = page.Width,
            Height = page.Height,
            Text = _text.AsSpan(0, _textLength).ToArray(),
            Words = _words.AsSpan(0, kept).ToArray(),
            Rules = page.Rules,
            Fills = page.Fills,
            Links = page.Links,
            Characters = _characters,
            Problem = PageJudge.Judge(page, _characters, _unmapped),
        };
        RuledText.Mark(content);
        return content;
    }
}
