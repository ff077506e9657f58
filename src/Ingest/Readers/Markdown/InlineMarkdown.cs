using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Readers.Text;

namespace Ingest.Readers.Markdown;

/// <summary>
/// Markdown inside a paragraph (CommonMark 0.31, 6) as plain text with marks: emphasis, links, autolinks, code, escapes, entities and
/// the few HTML tags that converters leave. What does not close is text.
/// </summary>
internal sealed partial class InlineMarkdown
{
    [GeneratedRegex(@"\G<(?<close>/)?(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<rest>[^<>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G<(?<url>(?:https?|ftp|mailto):[^<>\s]+|www\.[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Autolink();

    [GeneratedRegex(@"\G&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<InlineMark> _marks = [];
    private readonly List<(TextStyle Style, int Start, string Closer)> _open = [];

    private InlineMarkdown(string source) => _source = source;

    public static Inline Parse(string source)
    {
        var parser = new InlineMarkdown(Inline.Collapse(source));
        parser.Run(0, parser._source.Length);
        return parser.Result();
    }

    private Inline Result()
    {
        string text = _text.ToString();
        int lead = text.Length - text.TrimStart().Length;
        string trimmed = text.Trim();
        var marks = _marks.Select(m => m with { Start = Math.Clamp(m.Start - lead, 0, trimmed.Length), End = Math.Clamp(m.End - lead, 0, trimmed.Length) });
        return new(trimmed, [.. marks.Where(m => m.Start < m.End)]);
    }

    private void Run(int at, int end)
    {
        while (at < end)
        {
            char c = _source[at];
            int used = c switch
            {
                '\\' => Escape(at, end),
                '*' or '_' or '~' => Emphasis(at, end),
                '[' => LinkAt(at, end, image: false),
                '!' when at + 1 < end && _source[at + 1] == '[' => LinkAt(at + 1, end, image: true) is var n and > 0 ? n + 1 : 0,
                '<' => Markup(at),
                '&' => Character(at),
                '`' => Code(at, end),
                _ => 0,
            };
            if (used == 0)
            {
                Put(c);
                used = 1;
            }
            at += used;
        }
    }

    private void Put(char c)
    {
        if (c == ' ' && _text.Length > 0 && _text[^1] == ' ') return;
        _text.Append(c);
    }

    private int Escape(int at, int end)
    {
        if (at + 1 >= end || !(char.IsPunctuation(_source[at + 1]) || char.IsSymbol(_source[at + 1]))) return 0;
        // Converters escape twice inside addresses ("\\_"): the second backslash is a mark too.
        if (_source[at + 1] == '\\' && at + 2 < end && _source[at + 2] is '_' or '*')
        {
            _text.Append(_source[at + 2]);
            return 3;
        }
        _text.Append(_source[at + 1]);
        return 2;
    }

    /// <summary>A run of delimiters opens where text follows and closes what it opened; "_" inside a word is text.</summary>
    private int Emphasis(int at, int end)
    {
        char c = _source[at];
        int run = 1;
        while (at + run < end && _source[at + run] == c) run++;
        if (c == '~' && run != 2) return 0;
        if (run > 3) return Literal(at, run);
        char before = at > 0 ? _source[at - 1] : ' ', after = at + run < end ? _source[at + run] : ' ';
        bool inWord = c == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        if (inWord) return Literal(at, run);
        string closer = new(c, run);
        int match = _open.FindLastIndex(o => string.Equals(o.Closer, closer, StringComparison.Ordinal));
        if (match >= 0 && !char.IsWhiteSpace(before))
        {
            (TextStyle style, int start, _) = _open[match];
            _open.RemoveRange(match, _open.Count - match);
            _marks.Add(new(start, _text.Length, style, null));
            return run;
        }
        if (run == 3 && _open.Count >= 2 && !char.IsWhiteSpace(before) && _open[^1].Closer[0] == c && _open[^2].Closer[0] == c)
        {
            foreach ((TextStyle style, int start, _) in _open[^2..]) _marks.Add(new(start, _text.Length, style, null));
            _open.RemoveRange(_open.Count - 2, 2);
            return run;
        }
        bool opens = !char.IsWhiteSpace(after) && Closes(closer, at + run, end);
        if (!opens) return Literal(at, run);
        _open.Add((c == '~' ? TextStyle.Strike : run switch { 1 => TextStyle.Italic, 2 => TextStyle.Bold, _ => TextStyle.Bold | TextStyle.Italic }, _text.Length, closer));
        return run;
    }

    /// <summary>Whether the same run stands further on after a character that is not white space.</summary>
    private bool Closes(string closer, int from, int end)
    {
        for (int at = _source.IndexOf(closer[0], from); at >= 0 && at < end; at = at < end ? _source.IndexOf(closer[0], at) : -1)
        {
            int run = 1;
            while (at + run < end && _source[at + run] == closer[0]) run++;
            bool escaped = at > 0 && _source[at - 1] == '\\', space = at > 0 && char.IsWhiteSpace(_source[at - 1]);
            if (!escaped && !space && run >= closer.Length && (run == closer.Length || run == 3)) return true;
            at += run;
        }
        return false;
    }

    private int Literal(int at, int length)
    {
        _text.Append(_source, at, length);
        return length;
    }

    private int LinkAt(int at, int end, bool image)
    {
        int close = Matching(at, end, '[', ']');
        if (close < 0 || close + 1 >= end || _source[close + 1] != '(') return 0;
        int last = Matching(close + 1, end, '(', ')');
        if (last < 0) return 0;
        string target = _source[(close + 2)..last].Trim();
        int quote = target.IndexOf(" \"", StringComparison.Ordinal);
        if (quote > 0) target = target[..quote];
        target = target.Trim('<', '>', ' ').Replace("\\_", "_", StringComparison.Ordinal);
        int start = _text.Length;
        if (!image) Run(at + 1, close);
        if (target.Length > 1) _marks.Add(new(start, _text.Length, TextStyle.None, target));
        return last + 1 - at;
    }

    private int Matching(int at, int end, char open, char close)
    {
        int depth = 0;
        for (int i = at; i < end; i++)
        {
            if (_source[i] == '\\') i++;
            else if (_source[i] == open) depth++;
            else if (_source[i] == close && --depth == 0) return i;
        }
        return -1;
    }

    private int Code(int at, int end)
    {
        int run = 1;
        while (at + run < end && _source[at + run] == '`') run++;
        int close = _source.IndexOf(new string('`', run), at + run, StringComparison.Ordinal);
        if (close < 0 || close >= end) return Literal(at, run);
        _text.Append(_source.AsSpan(at + run, close - at - run).Trim());
        return close + run - at;
    }

    private int Character(int at)
    {
        Match entity = Entity().Match(_source, at);
        if (!entity.Success) return 0;
        string decoded = WebUtility.HtmlDecode(entity.Value);
        if (string.Equals(decoded, entity.Value, StringComparison.Ordinal)) return 0;
        foreach (char c in decoded) Put(c == '\u00A0' ? ' ' : c);
        return entity.Length;
    }

    private int Markup(int at)
    {
        Match link = Autolink().Match(_source, at);
        if (link.Success)
        {
            int start = _text.Length;
            string url = link.Groups["url"].Value;
            _text.Append(url);
            _marks.Add(new(start, _text.Length, TextStyle.None, url));
            return link.Length;
        }
        Match tag = Tag().Match(_source, at);
        if (!tag.Success) return 0;
        string name = tag.Groups["name"].Value.ToLowerInvariant(), rest = tag.Groups["rest"].Value;
        switch (name)
        {
            case "input" when rest.Contains("checkbox", StringComparison.OrdinalIgnoreCase):
                _text.Append(rest.Contains("checked", StringComparison.OrdinalIgnoreCase) ? '☒' : '☐');
                return tag.Length;
            case "br" or "p" or "div" or "li":
                Put(' ');
                return tag.Length;
            case "b" or "strong" or "i" or "em" or "u" or "sup" or "s" or "del":
                Styled(name, tag.Groups["close"].Success);
                return tag.Length;
            case "a" or "span" or "font" or "sub" or "small" or "img" or "mark" or "ul" or "ol" or "table" or "tr" or "td" or "th":
                return tag.Length;
            default:
                return 0;
        }
    }

    private void Styled(string name, bool closes)
    {
        string closer = "</" + name;
        int match = _open.FindLastIndex(o => string.Equals(o.Closer, closer, StringComparison.Ordinal));
        if (closes && match >= 0)
        {
            if (_open[match].Style == TextStyle.Superscript) RaisedDigits.Raise(_text, _open[match].Start);
            _marks.Add(new(_open[match].Start, _text.Length, _open[match].Style, null));
            _open.RemoveAt(match);
        }
        else if (!closes)
        {
            TextStyle style = name switch
            {
                "b" or "strong" => TextStyle.Bold,
                "u" => TextStyle.Underline,
                "sup" => TextStyle.Superscript,
                "s" or "del" => TextStyle.Strike,
                _ => TextStyle.Italic,
            };
            _open.Add((style, _text.Length, closer));
        }
    }
}
