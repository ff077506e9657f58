using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingest.Extractors.Citations.Labelling;

namespace Ingest.Benchmarks.Citations;

/// <summary>
/// Makes tagged references from the styles and invented field values of <c>corpus/citations</c>. The same seed gives the same references.
/// </summary>
public sealed partial class ReferenceGenerator
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly Random _random;
    private readonly Dictionary<string, string[]> _values = [];
    private readonly List<XElement> _styles = [];
    private readonly List<string[]> _journals = [];

    public ReferenceGenerator(string folder, IEnumerable<string> journals, int seed)
    {
        _random = new(seed);
        string[] lines = File.ReadAllLines(Path.Combine(folder, "fields.lst"));
        string name = string.Empty;
        foreach (string line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '[') name = line.Trim('[', ']');
            else _values[name] = line.Split(line.Contains('|') ? '|' : ' ');
        }
        foreach (XElement style in XDocument.Parse(File.ReadAllText(Path.Combine(folder, "styles.xml")), LoadOptions.PreserveWhitespace).Root!.Elements("style"))
        {
            int weight = int.Parse(style.Attribute("w")?.Value ?? "1", CultureInfo.InvariantCulture);
            for (int i = 0; i < weight; i++) _styles.Add(style);
        }
        _journals.AddRange(journals.Where(j => j.Length > 0 && j[0] != '#').Select(j => j.Split('\t')));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    public TaggedReference Next()
    {
        XElement style = _styles[_random.Next(_styles.Count)];
        var pieces = new List<Piece>();
        string[] journal = Journal(style.Value.Contains("{journal}"));
        string year = Year(), glue = string.Empty;
        foreach (XNode node in style.Nodes())
        {
            if (node is XText) glue = " ";
            if (node is not XElement field) continue;
            string text = Place().Replace(field.Value, m => Value(m.Groups[1].Value, journal, year));
            text = text.Replace("?.", "?").Replace("..", ".").Replace(".,.", ".");
            pieces.Add(new(LabelOf(field.Name.LocalName), text, glue));
            glue = string.Empty;
        }
        if (_random.Next(8) == 0) Roughen(pieces);
        return TaggedReference.Of(pieces);
    }

    /// <summary>What printers and conversions do: emphasis marks, a lost space after a stop.</summary>
    private void Roughen(List<Piece> pieces)
    {
        int at = _random.Next(pieces.Count);
        Piece piece = pieces[at];
        if (piece.Label is ReferenceLabel.Container or ReferenceLabel.Journal) pieces[at] = piece with { Text = "*" + piece.Text.TrimEnd('.', ',') + "*" + (piece.Text[^1] is '.' or ',' ? piece.Text[^1..] : string.Empty) };
        else if (piece.Label == ReferenceLabel.Date && at > 0) pieces[at] = piece with { Glue = string.Empty };
    }

    private static ReferenceLabel LabelOf(string element) => element switch
    {
        _ => Enum.Parse<ReferenceLabel>(element, ignoreCase: true),
    };

    private string[] Journal(bool full)
    {
        while (true)
        {
            string[] journal = _journals[_random.Next(_journals.Count)];
            if (!full || journal.Length > 1 || !journal[0].Contains(' ')) return journal;
        }
    }

    private string Year() => (2024 - (int)(Math.Pow(_random.NextDouble(), 1.6) * 36)).ToString(CultureInfo.InvariantCulture);

    private string Value(string place, string[] journal, string year) => place switch
    {
        "abbr" => journal[0],
        "journal" => Cased(journal[^1]),
        "abbrdots" => string.Join(' ', journal[0].Split(' ').Select(w => w.Length > 4 || w.Any(c => !char.IsLetter(c)) ? w : w + ".")),
        "y" => year,
        "yy" => year[2..],
        "m" or "mm" => _random.Next(1, 13).ToString("D2", CultureInfo.InvariantCulture),
        "mon" => Months[_random.Next(12)][..3],
        "month" => Months[_random.Next(12)],
        "d" => _random.Next(1, 29).ToString(_random.Next(6) == 0 ? "D2" : "D1", CultureInfo.InvariantCulture),
        "mdy" => $"{_random.Next(1, 13):D2}/{_random.Next(1, 29):D2}/{(_random.Next(2) == 0 ? year : year[2..])}",
        "v" => _random.Next(1, _random.Next(10) == 0 ? 400 : 90).ToString(CultureInfo.InvariantCulture),
        "i" => _random.Next(30) == 0 ? "2-3" : _random.Next(1, _random.Next(4) == 0 ? 50 : 13).ToString(CultureInfo.InvariantCulture),
        "p" => Pages(abbreviated: false),
        "pabbr" => Pages(abbreviated: true),
        "n" => _random.Next(1, 999).ToString(CultureInfo.InvariantCulture),
        "ed" => _random.Next(2, 9) + "th",
        "number" => _random.Next(3, 2000).ToString("N0", CultureInfo.InvariantCulture),
        "pmid" => _random.Next(7000000, 39000000).ToString(CultureInfo.InvariantCulture),
        "pmc" => "PMC" + _random.Next(1000000, 9999999),
        "nct" => "NCT0" + _random.Next(1000000, 6999999),
        "k" => _random.Next(0, 24).ToString("D2") + _random.Next(0, 9999).ToString("D4"),
        "lcd" => _random.Next(33000, 39999).ToString(CultureInfo.InvariantCulture),
        "ncd" => $"{_random.Next(10, 280)}.{_random.Next(1, 30)}",
        "ncd2" => $"{_random.Next(1, 9)}.0{_random.Next(1, 4)}.{_random.Next(1, 190):D2}",
        "doi" => $"10.{_random.Next(1000, 9999)}/{(char)('a' + _random.Next(26))}.{journal[0].Replace(" ", "").ToLowerInvariant().Trim('(', ')')}.{year}.{_random.Next(10000):D5}",
        "url" => Url(),
        "site2" => "https://" + Pick("host"),
        "authors" => Authors(),
        "apa" => Apa(),
        "orgs" => string.Join("; ", Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Pick(_random.Next(2) == 0 ? "org" : "society"))),
        "dotted" => string.Join(", ", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"{Family()} {Initials(".")}")),
        "title" => Title("title"),
        "topic" => Title("topic"),
        "workgroup" => Place().Replace(Pick("workgroup"), Filled),
        _ => Pick(place),
    };

    private string Authors()
    {
        int count = _random.Next(1, _random.Next(3) == 0 ? 12 : 5);
        string names = string.Join(", ", Enumerable.Range(0, count).Select(_ => $"{Family()} {Initials("")}{(_random.Next(40) == 0 ? " Jr" : "")}"));
        return names + (count < 2 ? _random.Next(6) == 0 ? ", et al" : "" : _random.Next(5) switch { 0 or 1 or 2 => ", et al", 3 when _random.Next(2) == 0 => " et al", _ => "" });
    }

    private string Apa()
    {
        int count = _random.Next(1, 9);
        string[] names = [.. Enumerable.Range(0, count).Select(_ => $"{Family()}, {Initials(". ").TrimEnd()}")];
        if (count == 1) return names[0];
        string last = _random.Next(6) == 0 ? $"… {names[^1]}" : _random.Next(6) == 0 ? "et al." : $"& {names[^1]}";
        return string.Join(", ", names[..^1]) + (last[0] == '…' && _random.Next(2) == 0 ? ", . . . " + names[^1] : ", " + last);
    }

    private string Family() => Pick(_random.Next(20) == 0 ? "particled" : "family");

    private string Initials(string after) =>
        string.Concat(Enumerable.Range(0, _random.Next(10) switch { < 4 => 1, < 9 => 2, _ => 3 }).Select(_ => (char)('A' + _random.Next(26)) + after));

    private string Pages(bool abbreviated)
    {
        int first = _random.Next(1, 3000), last = first + _random.Next(1, 15);
        if (_random.Next(12) == 0) return first.ToString(CultureInfo.InvariantCulture);
        string f = first.ToString(CultureInfo.InvariantCulture), l = last.ToString(CultureInfo.InvariantCulture);
        if (!abbreviated || f.Length != l.Length) return f + (_random.Next(6) == 0 ? "–" : "-") + l;
        int same = 0;
        while (same < f.Length - 1 && f[same] == l[same]) same++;
        return f + "-" + l[same..];
    }

    private string Url()
    {
        string url = "https://" + Pick("host");
        for (int i = _random.Next(1, 4); i > 0; i--) url += "/" + Pick("path");
        return url + (_random.Next(3) switch { 0 => ".html", 1 => "/", _ => "?id=" + _random.Next(1000, 99999) });
    }

    private string Title(string of)
    {
        string title = Pick(of);
        while (title.Contains('{')) title = Place().Replace(title, Filled);
        bool headline = _random.Next(4) == 0;
        return headline ? string.Join(' ', title.Split(' ').Select(w => w.Length > 3 ? char.ToUpperInvariant(w[0]) + w[1..] : w)) : char.ToUpperInvariant(title[0]) + title[1..];
    }

    private string Filled(Match place)
    {
        string name = place.Groups[1].Value;
        if (char.IsUpper(name[0]) && name.Length > 1)
        {
            string value = name == "Year" ? Year() : Pick(name.ToLowerInvariant());
            return char.ToUpperInvariant(value[0]) + value[1..];
        }
        return name switch { "year" => Year(), "n" => _random.Next(1, 10).ToString(), "number" => _random.Next(3, 2000).ToString(), _ => Pick(name) };
    }

    private string Cased(string journal) =>
        _random.Next(3) == 0 ? journal[..1] + journal[1..].ToLowerInvariant() : journal;

    private string Pick(string list) => _values[list][_random.Next(_values[list].Length)];
}
