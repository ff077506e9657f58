using System.Text;
using Ingest.Extractors.Documents;

namespace Ingest.Readers.Text;

/// <summary>Gathers the text of one piece, white space as one space, with the marks that elements put on it.</summary>
internal sealed class InlineBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<InlineMark> _marks = [];

    public bool IsEmpty => _text.Length == 0;

    public int Length => _text.Length;

    public char Last => _text.Length == 0 ? '\0' : _text[^1];

    public void Append(string text)
    {
        foreach (char c in text)
        {
            if (c is '\u200B' or '\uFEFF' or '\u00AD') continue;
            if (!char.IsWhiteSpace(c)) _text.Append(c);
            else if (_text.Length > 0 && _text[^1] != ' ') _text.Append(' ');
        }
    }

    public void Mark(int start, TextStyle style, string? target)
    {
        if (style == TextStyle.Superscript) RaisedDigits.Raise(_text, start);
        if (style == TextStyle.Underline) UnderlineSign(start);
        if (start < _text.Length) _marks.Add(new(start, _text.Length, style, target));
    }

    /// <summary>A lone underlined inequality is an old habit for the sign with "or equal".</summary>
    private void UnderlineSign(int start)
    {
        int at = start;
        while (at < _text.Length && _text[at] == ' ') at++;
        if (at >= _text.Length || _text[at] is not ('<' or '>') || (at + 1 < _text.Length && _text[at + 1] != ' ') || _text.Length > at + 2) return;
        _text[at] = _text[at] == '<' ? '≤' : '≥';
    }

    public Inline Take()
    {
        string text = _text.ToString().TrimEnd();
        var inline = new Inline(text, [.. _marks.Where(m => m.Start < text.Length).Select(m => m with { End = Math.Min(m.End, text.Length) })]);
        _text.Clear();
        _marks.Clear();
        return inline;
    }
}
